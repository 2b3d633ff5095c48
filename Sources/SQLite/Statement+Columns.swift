internal import CSQLite

extension Statement {
  /// A column of the current row, counted from 0, as a number; 0 for NULL.
  @inline(__always) public func integer(_ column: Int32) -> Int64 {
    unsafe sqlite3_column_int64(handle, column)
  }

  /// A column of the current row, counted from 0, as text; empty for NULL.
  public func text(_ column: Int32) -> String {
    let bytes = unsafe bytes(column)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  /// A column of the current row, counted from 0, as bytes; empty for NULL.
  ///
  /// Lent by SQLite until the next step or reset; nothing is copied.
  @inline(__always) public func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let first = unsafe sqlite3_column_blob(handle, column)
    return unsafe UnsafeRawBufferPointer(
      start: first, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// Whether a column of the current row, counted from 0, is NULL.
  public func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }
}
