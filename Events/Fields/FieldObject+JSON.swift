extension FieldObject {
  /// The object as a JSON value: its canonical bytes, parsed.
  ///
  /// - Throws: ``ReadingFailure`` only if the encoding itself is wrong, which the golden bytes
  ///   exclude.
  public func json() throws(ReadingFailure) -> JSONValue {
    var writer = CanonicalWriter()
    write(to: &writer)
    return try JSONValue(parsing: writer.bytes)
  }
}
