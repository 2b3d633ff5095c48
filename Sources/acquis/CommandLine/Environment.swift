internal import Glibc

/// The process's environment variables.
enum Environment {
  /// A variable's value; nil if it is not set, empty or not UTF-8.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name), let text = unsafe String(validatingCString: value) else {
      return nil
    }
    return text.isEmpty ? nil : text
  }

  /// The name of the first `ACQUIS_` variable that is not UTF-8, nil if there is none. Read with replacement
  /// characters, it would name another file or another person.
  static var unreadable: String? {
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      if text.hasPrefix("ACQUIS_"), unsafe String(validatingCString: entry) == nil {
        return String(text.prefix { $0 != "=" })
      }
      unsafe next += 1
    }
    return nil
  }
}
