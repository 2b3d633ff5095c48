internal import CPostgres

extension PostgresConnection {
  /// Runs a query and calls the closure with each row as it comes, until it returns false (`COPY … TO STDOUT`,
  /// binary): the server reads ahead while the closure works.
  ///
  /// Cost: the memory of one row. A row refused by the closure cancels the query.
  ///
  /// - Parameter sql: without values; the caller writes numbers into it and nothing else.
  public func copyOut(
    _ sql: String, _ body: (borrowing PostgresRow) -> Bool
  ) throws(PostgresFailure) {
    let started = unsafe PQexec(connection, "COPY (\(sql)) TO STDOUT (FORMAT binary)")
    guard unsafe PQresultStatus(started) == PGRES_COPY_OUT else {
      _ = try unsafe rows(started, hasValues: false)
      return
    }
    unsafe PQclear(started)
    var (isFirst, isWanted) = (true, true)
    while true {
      var buffer: UnsafeMutablePointer<CChar>?
      let length = unsafe PQgetCopyData(connection, &buffer, 0)
      guard length > 0, let row = unsafe buffer else { break }
      defer { unsafe PQfreemem(row) }
      guard isWanted else { continue }
      // The first message begins with the head of the file: 11 bytes, flags and the length of an extension.
      let bytes = unsafe UnsafeRawBufferPointer(start: row, count: Int(length))
      let start = isFirst ? 19 : 0
      isFirst = false
      // The file's end is a row of -1 fields.
      guard let row = unsafe PostgresRow(bytes, from: start) else { continue }
      if !body(row) {
        isWanted = false
        cancel()
      }
    }
    try finish(isWanted: isWanted)
  }

  /// Reads the results that remain; a cancellation that was asked for is no failure.
  func finish(isWanted: Bool) throws(PostgresFailure) {
    var failure: PostgresFailure?
    while let result = unsafe PQgetResult(connection) {
      defer { unsafe PQclear(result) }
      if unsafe PQresultStatus(result) != PGRES_COMMAND_OK, failure == nil {
        failure = unsafe PostgresFailure(of: result, hasValues: false)
      }
    }
    guard isOpen else { throw unsafe PostgresFailure(of: connection) }
    if let failure, isWanted || failure.kind != .cancelled { throw failure }
  }

  /// Asks the server to end what it does for this connection.
  private func cancel() {
    guard let request = unsafe PQgetCancel(connection) else { return }
    defer { unsafe PQfreeCancel(request) }
    var text = [CChar](repeating: 0, count: 256)
    _ = unsafe PQcancel(request, &text, Int32(text.count))
  }
}

/// A row of a copy, in binary form; valid during the call that receives it.
@safe public struct PostgresRow: ~Copyable {
  private let bytes: UnsafeRawBufferPointer
  /// Where each field begins, after its length, and its length; -1 for null.
  private let fields: [10 of (start: Int32, length: Int32)]

  /// - Returns: nil at the end of the copy.
  init?(_ bytes: UnsafeRawBufferPointer, from start: Int) {
    guard bytes.count >= start + 2 else { return nil }
    let count = unsafe Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: Int16.self))
    guard (0...10).contains(count) else { return nil }
    var fields: [10 of (start: Int32, length: Int32)] = .init(repeating: (0, -1))
    var place = start + 2
    for field in 0..<Int(count) {
      guard bytes.count >= place + 4 else { return nil }
      let length = unsafe Int32(
        bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self))
      place += 4
      fields[field] = (Int32(place), length)
      place += Int(max(0, length))
      guard bytes.count >= place else { return nil }
    }
    unsafe self.bytes = unsafe bytes
    self.fields = fields
  }

  /// The bytes of one of the first ten fields; empty for null.
  public func bytes(_ field: Int) -> UnsafeRawBufferPointer {
    let (start, length) = fields[field]
    return unsafe UnsafeRawBufferPointer(
      rebasing: bytes[Int(start)..<Int(start) + Int(max(0, length))])
  }

  /// A whole number of 2, 4 or 8 bytes; 0 for null.
  public func integer(_ field: Int) -> Int64 { unsafe Int64(field: bytes(field)) }
}

extension PostgresConnection {
  /// Inserts rows into a table (`COPY … FROM STDIN`, binary), in the transaction that has begun or one of their own.
  ///
  /// - Parameters:
  ///   - table: its name, and its columns in parentheses.
  ///   - rows: each with a value for each column.
  public func copyIn(
    _ table: String, _ rows: some Sequence<[PostgresValue]>
  ) throws(PostgresFailure) {
    let started = unsafe PQexec(connection, "COPY \(table) FROM STDIN (FORMAT binary)")
    guard unsafe PQresultStatus(started) == PGRES_COPY_IN else {
      _ = try unsafe self.rows(started, hasValues: false)
      return
    }
    unsafe PQclear(started)
    var bytes: [UInt8] = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    for row in rows {
      bytes.append(bigEndian: Int16(row.count))
      for value in row {
        let place = bytes.count
        bytes.append(bigEndian: Int32(-1))
        if value.isNull { continue }
        value.write(to: &bytes)
        let length = UInt32(bytes.count - place - 4)
        for index in 0..<4 {
          bytes[place + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * UInt32(index)))
        }
      }
    }
    bytes.append(bigEndian: Int16(-1))
    let isSent: Bool = unsafe bytes.withUnsafeBytes { bytes in
      unsafe PQputCopyData(
        connection, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count)) == 1
        && PQputCopyEnd(connection, nil) == 1
    }
    guard isSent else { throw unsafe PostgresFailure(of: connection) }
    try finish(isWanted: true)
  }
}
