/// Why the server answers by itself, without the handler.
public enum HTTPRefusal: Error, Hashable, Sendable, CaseIterable {
  /// The head is not that of a request, or is ambiguous: two lengths, a length beside chunks, no
  /// host, a folded line.
  case malformed
  /// The body is encoded otherwise than `chunked` for the way.
  case unknownTransferCoding
  /// The body is longer than ``HTTPServer/Settings/largestBody``.
  case bodyTooLarge
  /// Request line and headers are longer than ``HTTPServer/Settings/largestHead``.
  case headTooLarge
  /// The whole request had not arrived at ``HTTPServer/Settings/deadline``.
  case tooSlow
  /// Too many requests wait for a worker, or the bodies held are too large together.
  case overloaded
  /// The server is about to stop.
  case stopping
  /// What the program answered cannot be sent; see ``HTTPResponse``.
  case unusableResponse

  /// The status with which it is answered.
  public var status: Int {
    switch self {
    case .malformed: 400
    case .unknownTransferCoding: 501
    case .bodyTooLarge: 413
    case .headTooLarge: 431
    case .tooSlow: 408
    case .overloaded, .stopping: 503
    case .unusableResponse: 500
    }
  }
}
