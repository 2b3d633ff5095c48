internal import Cryptography
internal import HTTP

/// A file to keep, or a document to print in a page of its own.
struct Download {
  let name: String
  let mediaType: String
  let bytes: [UInt8]

  init(name: String, _ mediaType: String, _ bytes: [UInt8]) {
    (self.name, self.mediaType, self.bytes) = (name, mediaType, bytes)
  }

  /// A file that the browser keeps, and never shows as a page of this site.
  var response: HTTPResponse {
    HTTPResponse(
      status: 200,
      headers: [
        HTTPHeader("Content-Type", mediaType),
        HTTPHeader("Content-Disposition", "attachment; filename=\"\(name)\""),
        HTTPHeader("Cache-Control", "no-store"),
        HTTPHeader("Content-Security-Policy", "default-src 'none'; sandbox"),
      ] + PageDocument.common, body: bytes)
  }

  /// A document in HTML: it may use its own style sheet and nothing else, by that sheet's hash.
  var document: HTTPResponse {
    get throws {
      let (open, close) = ("<style>", "</style>")
      let text = String(decoding: bytes, as: UTF8.self)
      var style = "'none'"
      if let start = text.firstRange(of: open), let end = text.firstRange(of: close) {
        let sheet = Array(text[start.upperBound..<end.lowerBound].utf8)
        style = "'sha256-\(try SHA256().digest(of: sheet).base64)'"
      }
      return HTTPResponse(
        status: 200,
        headers: [
          HTTPHeader("Content-Type", "text/html; charset=utf-8"),
          HTTPHeader("Cache-Control", "no-store"),
          HTTPHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src \(style); img-src data:; frame-ancestors 'none'; "
              + "base-uri 'none'; form-action 'none'; sandbox"),
        ] + PageDocument.common, body: bytes)
    }
  }
}
