internal import CQrencode
internal import Glibc

/// Why a QR code was not made.
public enum QRCodeFailure: Error, Equatable, Sendable {
  /// The text has a zero byte, is empty, or is longer than a code holds.
  case unfit
  /// The library failed, with this system code.
  case system(code: Int32)
}

/// A QR code (ISO/IEC 18004) of a text, error correction level M.
public struct QRCode: Hashable, Sendable {
  /// The number of modules a side, without the quiet zone.
  public let width: Int
  /// Row by row; true for a dark module.
  private let modules: [Bool]

  /// - Parameter text: up to 2331 bytes of UTF-8.
  public init(_ text: String) throws(QRCodeFailure) {
    guard !text.isEmpty, !text.utf8.contains(0) else { throw .unfit }
    guard let code = unsafe QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
      throw errno == ERANGE || errno == EINVAL ? .unfit : .system(code: errno)
    }
    defer { unsafe QRcode_free(code) }
    width = Int(unsafe code.pointee.width)
    let data = unsafe UnsafeBufferPointer(start: code.pointee.data, count: width * width)
    modules = unsafe data.map { $0 & 1 == 1 }
  }

  /// - Parameters: from 0, less than ``width``.
  public func isDark(row: Int, column: Int) -> Bool { modules[row * width + column] }

  /// A drawing, black on white, with the quiet zone of four modules that the standard asks for.
  ///
  /// - Parameter title: what it is, for who does not see it.
  public func html(title: String) -> HTML {
    let side = width + 8
    return HTML(
      "svg",
      [
        "viewBox": "0 0 \(side) \(side)", "role": "img",
        "shape-rendering": "crispEdges",
      ]
    ) {
      HTML("title", text: title)
      HTML("path", ["fill": "#fff", "d": "M0 0h\(side)v\(side)h-\(side)z"])
      HTML("path", ["fill": "#000", "d": path])
    }
  }

  /// The outline of every run of dark modules of a row.
  private var path: String {
    var path = ""
    for row in 0..<width {
      var column = 0
      while column < width {
        let start = column
        while column < width, isDark(row: row, column: column) { column += 1 }
        let length = column - start
        if length > 0 { path += "M\(start + 4) \(row + 4)h\(length)v1h-\(length)z" }
        column += 1
      }
    }
    return path
  }
}
