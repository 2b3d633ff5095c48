internal import Cryptography
internal import HTTP

/// A file that pages load. Its address has a hash of its bytes, so that a browser may keep it for ever.
struct Asset: Sendable {
  /// The address, `/assets/acquis-0123456789abcdef.css`.
  let path: String
  private let mediaType: String
  private let bytes: [UInt8]
  /// Whether a stranger may read it, on the page to sign in.
  let isOpen: Bool

  static let style = Asset("css", "text/css; charset=utf-8", StyleSheet.source, isOpen: true)
  static let icon = Asset("svg", "image/svg+xml", iconSource, isOpen: true)
  static let script = Asset(
    "js", "text/javascript; charset=utf-8", PageScript.source, isOpen: false)

  private init(_ ending: String, _ mediaType: String, _ source: String, isOpen: Bool) {
    bytes = Array(source.utf8)
    // Hashing needs no key and fails only without memory.
    let hash = (try? SHA256().digest(of: bytes))?.description.prefix(16) ?? "0"
    path = "/assets/acquis-\(hash).\(ending)"
    self.mediaType = mediaType
    self.isOpen = isOpen
  }

  static func find(_ path: String) -> Asset? { [style, icon, script].first { $0.path == path } }

  func response(to request: HTTPRequest) -> HTTPResponse {
    HTTPResponse(
      status: 200,
      headers: [
        HTTPHeader("Content-Type", mediaType),
        HTTPHeader("Cache-Control", "public, max-age=31536000, immutable"),
      ] + PageDocument.common, body: bytes)
  }

  private static let iconSource = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1a4480"/>\
    <path d="M8 17l5 5 11-12" fill="none" stroke="#fff" stroke-width="4"/></svg>
    """
}
