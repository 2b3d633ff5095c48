internal import Events
internal import Glibc

extension Text {
  /// The system's own message for an error number.
  static func system(_ code: Int32) -> Text {
    unsafe Text(verbatim: String(cString: strerror(code)))
  }
}
