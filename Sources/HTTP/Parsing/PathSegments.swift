/// A raw path's segments, decoded so that none can be taken for anything but a name.
///
/// `/a/b%20c` is `["a", "b c"]`, and `/` alone is empty. A path that ends in `/` otherwise has an
/// empty last segment, which is an error.
public struct PathSegments: Hashable, Sendable {
  public let segments: [String]

  /// - Throws: ``PathFailure``, with the segment's index.
  public init(_ path: String) throws(PathFailure) {
    guard path.utf8.first == UInt8(ascii: "/") else { throw .notAbsolute }
    var segments: [String] = []
    if path != "/" {
      for raw in path.utf8.dropFirst().split(
        separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      {
        segments.append(try Self.segment(raw, at: segments.count))
      }
    }
    self.segments = segments
  }

  private static func segment(
    _ raw: some Sequence<UInt8>, at index: Int
  ) throws(PathFailure) -> String {
    let text: String
    do throws(PercentEncoding.Failure) {
      text = try PercentEncoding.decoded(raw, plusIsSpace: false)
    } catch {
      switch error {
      case .badEscape: throw .badEscape(segment: index)
      case .invalidUTF8: throw .invalidUTF8(segment: index)
      }
    }
    if text.isEmpty { throw .empty(segment: index) }
    if text == "." || text == ".." { throw .relative(segment: index) }
    for scalar in text.unicodeScalars {
      if scalar == "/" { throw .slash(segment: index) }
      if scalar.properties.generalCategory == .control { throw .control(segment: index) }
    }
    return text
  }
}

/// Why a path cannot be read. A segment is known by its index from 0.
public enum PathFailure: Error, Hashable, Sendable {
  /// Does not begin with `/`.
  case notAbsolute
  case empty(segment: Int)
  /// `.` or `..`, encoded or not.
  case relative(segment: Int)
  /// A `%` without two hexadecimal digits after it.
  case badEscape(segment: Int)
  case invalidUTF8(segment: Int)
  /// An encoded `/`.
  case slash(segment: Int)
  /// An encoded NUL or other control character.
  case control(segment: Int)
}
