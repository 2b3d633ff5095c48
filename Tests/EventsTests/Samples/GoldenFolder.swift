internal import FoundationEssentials

/// A folder of golden files: bytes written once, by `swift run golden`, and never edited.
package struct GoldenFolder: Sendable {
  private let url: URL

  /// The bytes of every type and schema of event.
  package static let events = GoldenFolder("EventsTests/Bytes/Golden")
  /// The bytes of the catalogue's registrations.
  package static let catalogue = GoldenFolder("CatalogueTests/Golden")

  /// - Parameter path: from the folder `Tests`.
  private init(_ path: String, source: String = #filePath) {
    let tests = URL(filePath: source).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    url = tests.appending(path: path)
  }

  /// The canonical bytes of a file, which is one line; nil if the file does not exist.
  package func line(_ name: String) -> [UInt8]? {
    guard let data = try? Data(contentsOf: url.appending(path: name)),
      data.last == UInt8(ascii: "\n")
    else { return nil }
    return Array(data.dropLast())
  }

  /// Writes a file that does not exist yet.
  ///
  /// - Returns: false if the file holds this line already.
  /// - Throws: if the file holds anything else; it is left as it is.
  package func writeOnce(_ line: [UInt8], to name: String) throws -> Bool {
    if line == self.line(name) { return false }
    try Data(line + [UInt8(ascii: "\n")]).write(
      to: url.appending(path: name), options: .withoutOverwriting)
    return true
  }

  /// The names of the files.
  package func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path)
  }
}
