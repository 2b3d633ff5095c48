extension Database {
  /// The percent-encoded `file:` URI of a path, so that SQLite interprets no path as a special name
  /// (`:memory:`) or as a query.
  static func uri(_ path: String, immutable: Bool) -> String {
    var uri = path.hasPrefix("/") ? "file://" : "file:./"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        uri += byte < 16 ? "%0" + digits : "%" + digits
      }
    }
    return immutable ? uri + "?immutable=1" : uri
  }
}
