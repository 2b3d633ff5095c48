internal import CSQLite

extension Statement {
  /// - Parameter index: of the parameter, from 1.
  public func bind(_ value: Int64, at index: Int32) throws(SQLiteFailure) {
    try unsafe check(sqlite3_bind_int64(handle, index, value))
  }

  /// Binds a copy of the text.
  ///
  /// - Parameter index: of the parameter, from 1.
  public func bind(_ text: String, at index: Int32) throws(SQLiteFailure) {
    var text = text
    let code = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        // A null pointer would bind NULL instead of an empty text.
        guard let first = characters.baseAddress else {
          return unsafe sqlite3_bind_text(handle, index, "", 0, acquis_sqlite3_transient())
        }
        return unsafe sqlite3_bind_text(
          handle, index, first, Int32(characters.count), acquis_sqlite3_transient())
      }
    }
    try check(code)
  }

  /// Binds a copy of the bytes.
  ///
  /// - Parameter index: of the parameter, from 1.
  public func bind(copying bytes: UnsafeRawBufferPointer, at index: Int32) throws(SQLiteFailure) {
    try unsafe bind(bytes, at: index, destructor: acquis_sqlite3_transient())
  }

  /// Binds bytes without copying: they must stay valid until the parameter is bound again, the
  /// bindings are cleared, or the statement has run for the last time.
  ///
  /// - Parameter index: of the parameter, from 1.
  public func bind(lending bytes: UnsafeRawBufferPointer, at index: Int32) throws(SQLiteFailure) {
    try unsafe bind(bytes, at: index, destructor: nil)
  }

  /// Binds NULL to every parameter, which ends the use of bytes bound without copying.
  public func clearBindings() {
    unsafe sqlite3_clear_bindings(handle)
  }

  private func bind(
    _ bytes: UnsafeRawBufferPointer, at index: Int32, destructor: sqlite3_destructor_type?
  ) throws(SQLiteFailure) {
    guard let first = bytes.baseAddress else {
      return try unsafe check(sqlite3_bind_zeroblob(handle, index, 0))
    }
    try unsafe check(sqlite3_bind_blob64(handle, index, first, UInt64(bytes.count), destructor))
  }

  private func check(_ code: Int32) throws(SQLiteFailure) {
    guard code == SQLITE_OK else { throw SQLiteFailure(code: code) }
  }
}
