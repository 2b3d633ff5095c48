internal import Events
internal import Glibc

extension Text {
  /// What the system says of an error's code, in its own words.
  static func system(_ code: Int32) -> Text {
    unsafe Text(verbatim: String(cString: strerror(code)))
  }
}
