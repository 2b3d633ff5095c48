internal import CSQLite

extension Statement {
  /// A column of the current row as a number; 0 for NULL.
  ///
  /// - Parameter column: from 0.
  @inline(__always) public func integer(_ column: Int32) -> Int64 {
    unsafe sqlite3_column_int64(handle, column)
  }

  /// A column of the current row as text; empty for NULL.
  ///
  /// - Parameter column: from 0.
  public func text(_ column: Int32) -> String {
    let bytes = unsafe bytes(column)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  /// A column of the current row as bytes; empty for NULL.
  ///
  /// Not copied: valid until the next step or reset.
  ///
  /// - Parameter column: from 0.
  @inline(__always) public func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let first = unsafe sqlite3_column_blob(handle, column)
    return unsafe UnsafeRawBufferPointer(
      start: first, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// - Parameter column: of the current row, from 0.
  public func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }
}
