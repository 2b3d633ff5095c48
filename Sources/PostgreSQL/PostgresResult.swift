internal import CPostgres

/// The rows that a statement answered, in binary form.
@safe public struct PostgresResult: ~Copyable {
  private let result: OpaquePointer

  init(_ result: OpaquePointer) { unsafe self.result = unsafe result }

  deinit { unsafe PQclear(result) }

  public var count: Int { Int(unsafe PQntuples(result)) }

  public func isNull(_ row: Int, _ column: Int) -> Bool {
    unsafe PQgetisnull(result, Int32(row), Int32(column)) == 1
  }

  /// The bytes of a value; valid while this result is.
  public func bytes(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
    let (row, column) = (Int32(row), Int32(column))
    return unsafe UnsafeRawBufferPointer(
      start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
  }

  /// A whole number of 2, 4 or 8 bytes; 0 for null.
  public func integer(_ row: Int, _ column: Int) -> Int64 {
    unsafe Int64(field: bytes(row, column))
  }

  /// A truth value; false for null.
  public func boolean(_ row: Int, _ column: Int) -> Bool {
    unsafe bytes(row, column).first == 1
  }

  public func text(_ row: Int, _ column: Int) -> String {
    unsafe String(decoding: bytes(row, column), as: UTF8.self)
  }

  /// The elements of an array of texts of one dimension; empty for null.
  public func texts(_ row: Int, _ column: Int) -> [String] {
    let bytes = unsafe bytes(row, column)
    guard bytes.count >= 20 else { return [] }
    let count = unsafe Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: 12, as: Int32.self))
    var (place, texts) = (20, [String]())
    for _ in 0..<count {
      guard bytes.count >= place + 4 else { return texts }
      let length = unsafe Int32(
        bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self))
      let end = place + 4 + Int(max(0, length))
      guard bytes.count >= end else { return texts }
      texts.append(unsafe String(decoding: bytes[(place + 4)..<end], as: UTF8.self))
      place = end
    }
    return texts
  }
}

extension Int64 {
  /// The number of a binary field of 2, 4 or 8 bytes; 0 for any other length.
  init(field bytes: UnsafeRawBufferPointer) {
    switch bytes.count {
    case 2: self = unsafe Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
    case 4: self = unsafe Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
    case 8: self = unsafe Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
    default: self = 0
    }
  }
}
