/// The last members of an event's canonical bytes: `schema`, `type` and, where rules are waived,
/// `waives`.
///
/// They are read from the end, so that an event's type and schema are known without its data. The end
/// is unambiguous: after the recorder's id come a number, a word and ids of rules, of which none can
/// contain a quote or a bracket.
@safe package struct EventEnd {
  /// The offset of the list of the rules waived; nil if there is none.
  private let waives: Int?

  /// Checks that bytes end as an event of a type in its current schema does.
  ///
  /// Cost: some 20 ns.
  ///
  /// - Throws: the failure of ``Envelope/init(position:canonical:type:)`` on the same bytes.
  package init(
    of bytes: UnsafeRawBufferPointer, _ type: EventType
  ) throws(ReadingFailure) {
    guard let end = unsafe Self(matching: bytes, type) else {
      _ = try unsafe Envelope(position: .zero, canonical: bytes, type: type)
      throw ReadingFailure(.notCanonical(byte: bytes.count))
    }
    self = end
  }

  private init?(matching bytes: UnsafeRawBufferPointer, _ type: EventType) {
    guard bytes.count <= EncodedEvent.limit else { return nil }
    var rest = unsafe bytes[...]
    guard unsafe rest.takeLast("}") else { return nil }
    if unsafe rest.last == UInt8(ascii: "]") {
      guard let start = unsafe rest.lastIndex(of: UInt8(ascii: "[")) else { return nil }
      waives = start
      unsafe rest = unsafe rest[..<start]
      guard unsafe rest.takeLast(",\"waives\":") else { return nil }
    } else {
      waives = nil
    }
    guard unsafe rest.takeLast("\""), unsafe rest.takeLast(type.rawValue),
      unsafe rest.takeLast(",\"type\":\""), unsafe rest.takeLast(type.currentSchema.number),
      unsafe rest.takeLast(",\"schema\":")
    else { return nil }
  }

  /// The rules waived, from the same bytes.
  func waivers(
    in bytes: UnsafeRawBufferPointer
  ) throws(ReadingFailure) -> NonEmpty<RuleID>? {
    guard let waives else { return nil }
    do throws(ReadingFailure) {
      let list = unsafe UnsafeRawBufferPointer(rebasing: bytes[waives..<bytes.count - 1])
      var reader = unsafe CanonicalReader(list)
      let rules: NonEmpty<RuleID> = try reader.value()
      try reader.end()
      return rules
    } catch {
      throw error.within("waives")
    }
  }
}

extension Slice<UnsafeRawBufferPointer> {
  /// Removes a text at the end; false if the bytes do not end with it.
  @inline(__always) fileprivate mutating func takeLast(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { unsafe takeLast($0) }
  }

  @inline(__always) private mutating func takeLast(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard unsafe count >= text.count else { return false }
    let start = unsafe endIndex - text.count
    for index in 0..<text.count where unsafe self[start + index] != text[index] { return false }
    self = unsafe self[..<start]
    return true
  }

  /// Removes the digits of a whole number at the end.
  fileprivate mutating func takeLast(_ number: Int) -> Bool {
    var number = number
    repeat {
      guard unsafe last == UInt8(ascii: "0") + UInt8(number % 10) else { return false }
      self = unsafe dropLast()
      number /= 10
    } while number > 0
    return true
  }
}
