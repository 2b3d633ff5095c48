/// Values as libpq takes them: all in one buffer, each at its place.
struct SentValues {
  let types: [UInt32]
  let lengths: [Int32]
  /// Binary.
  let formats: [Int32]
  /// Of a null, none.
  private let places: [Int?]
  private let buffer: [UInt8]

  init(_ values: [PostgresValue]) {
    var (buffer, places, lengths): ([UInt8], [Int?], [Int32]) = ([], [], [])
    for value in values {
      let place = buffer.count
      value.write(to: &buffer)
      places.append(value.isNull ? nil : place)
      lengths.append(Int32(buffer.count - place))
    }
    // An empty value has an address too.
    buffer.append(0)
    types = values.map(\.kind.rawValue)
    formats = [Int32](repeating: 1, count: values.count)
    (self.buffer, self.places, self.lengths) = (buffer, places, lengths)
  }

  /// Calls the closure with the address of each value, valid during the call.
  func withPointers<Answer>(_ body: ([UnsafePointer<CChar>?]) -> Answer) -> Answer {
    unsafe buffer.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe body(
        places.map { place in
          guard let place else { return nil }
          return unsafe start.map { unsafe $0 + place }
        })
    }
  }
}
