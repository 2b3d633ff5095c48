internal import Documents
internal import Events
internal import HTTP

/// The HTML file of a page, with the headers that keep it to itself.
enum PageDocument {
  /// Style and script are this server's own files; nothing else is loaded, framed or sent elsewhere.
  private static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

  /// The headers of every page: none is kept by a browser or a proxy, for it may name persons.
  static let headers =
    [
      HTTPHeader("Content-Type", "text/html; charset=utf-8"),
      HTTPHeader("Cache-Control", "no-store"),
      HTTPHeader("Content-Security-Policy", policy),
    ] + common

  /// Those of every answer to a browser.
  static let common = [
    HTTPHeader("X-Content-Type-Options", "nosniff"),
    HTTPHeader("X-Frame-Options", "DENY"),
    HTTPHeader("Referrer-Policy", "no-referrer"),
    HTTPHeader("Cross-Origin-Opener-Policy", "same-origin"),
    HTTPHeader("Cross-Origin-Resource-Policy", "same-origin"),
    HTTPHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
  ]

  /// - Parameter refresh: as of ``Page/refresh``.
  static func response(
    status: Int, title: String, _ language: Language, hasScript: Bool, refresh: String? = nil,
    @HTMLBuilder body: () -> HTML
  ) -> HTTPResponse {
    let page = HTML("html", ["lang": language.rawValue]) {
      HTML("head") {
        HTML("meta", ["charset": "utf-8"])
        HTML("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        HTML("meta", ["name": "color-scheme", "content": "light dark"])
        HTML("title", text: title)
        HTML("link", ["rel": "stylesheet", "href": Asset.style.path])
        HTML("link", ["rel": "icon", "href": Asset.icon.path, "type": "image/svg+xml"])
        if hasScript { HTML("script", ["src": Asset.script.path, "defer": "defer"]) }
        if let refresh {
          HTML("noscript") {
            HTML("meta", ["http-equiv": "refresh", "content": refresh])
          }
        }
      }
      HTML("body") { body() }
    }
    return HTTPResponse(
      status: status, headers: headers, text: "<!DOCTYPE html>\n" + page.source + "\n")
  }
}
