internal import FoundationEssentials

/// Bytes written once beside a test and never edited.
package struct GoldenFile {
  /// The file's place in the sources.
  private let url: URL

  /// The file of this name in the folder `Golden` beside a test's source file.
  package init(_ name: String, beside source: String = #filePath) {
    url = URL(filePath: source).deletingLastPathComponent()
      .appending(path: "Golden").appending(path: name)
  }

  /// The canonical bytes, one line; nil where the file does not exist.
  package var line: [UInt8]? {
    guard let data = try? Data(contentsOf: url), data.last == UInt8(ascii: "\n") else { return nil }
    return Array(data.dropLast())
  }

  /// Writes a new golden file; one that exists is left as it is, for ever.
  package func writeOnce(_ line: [UInt8]) throws {
    if line == self.line { return }
    try Data(line + [UInt8(ascii: "\n")]).write(to: url, options: .withoutOverwriting)
  }

  /// Whether the person who runs the tests asks for missing golden files.
  package static var mayBeWritten: Bool {
    ProcessInfo.processInfo.environment["ACQUIS_WRITE_GOLDEN"] == "1"
  }

  /// The names of the files in the folder.
  package static func names(beside source: String = #filePath) throws -> [String] {
    let folder = URL(filePath: source).deletingLastPathComponent().appending(path: "Golden")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }
}
