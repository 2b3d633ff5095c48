internal import Glibc

/// What the process was started with.
enum Environment {
  /// A variable's value; nil where it is not set or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
