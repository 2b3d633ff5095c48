internal import Archive
internal import Sheets

/// The files of an export in an archive (ZIP), read into memory.
public enum OpenDataArchive {
  /// Reads the archive's files that an export has; the others are not unpacked.
  ///
  /// - Throws: ``OpenDataFailure``: an archive that is cut, damaged, encrypted or too large, or one without
  ///   the fiches.
  public static func export(_ bytes: [UInt8]) throws -> (OpenDataExport, OpenDataSelection) {
    let (selection, names, contents) = try Self.contents(bytes)
    return (
      try OpenDataExport(selection, of: names) { contents[$0] ?? [] }, selection
    )
  }

  private static func contents(
    _ bytes: [UInt8]
  ) throws(OpenDataFailure) -> (OpenDataSelection, [String], [Int: [UInt8]]) {
    var archive: ZipArchive
    do throws(ArchiveFailure) {
      archive = try ZipArchive(
        bytes,
        limits: ZipArchive.Limits(parts: SheetLimits.parts, bytes: 2 * SheetLimits.bytes))
    } catch {
      throw .archive(error, part: nil)
    }
    let names = archive.names
    let selection = try OpenDataSelection(names)
    var contents: [Int: [UInt8]] = [:]
    for index in selection.indices.values {
      do throws(ArchiveFailure) {
        contents[index] = try part(index, of: &archive)
      } catch {
        throw .archive(error, part: names[index])
      }
    }
    return (selection, names, contents)
  }

  private static func part(
    _ index: Int, of archive: inout ZipArchive
  ) throws(ArchiveFailure) -> [UInt8] {
    try archive.open(index)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var bytes: [UInt8] = []
    while case let count = try archive.read(into: &buffer), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Whether a file begins as an archive.
  public static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }
}
