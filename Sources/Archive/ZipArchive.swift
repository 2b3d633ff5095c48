internal import CZip
internal import Glibc

/// An archive (ZIP) in memory, whose parts are read one after the other, by libzip.
///
/// Nothing is written anywhere, and a part's name is only compared. Memory: a copy of the archive.
@safe public struct ZipArchive: ~Copyable {
  /// What an archive may have.
  public struct Limits: Sendable {
    public let parts: Int
    /// Of all parts together, unpacked; one that is read twice counts twice.
    public let bytes: Int

    public init(parts: Int, bytes: Int) {
      self.parts = parts
      self.bytes = bytes
    }
  }

  /// The names of the parts, each once; a part is known by its index. Not a path to write to.
  public let names: [String]

  private let archive: OpaquePointer
  private var current: OpaquePointer?
  private var currentIndex = 0
  /// The unpacked bytes that may still come.
  private var remaining: Int

  /// Reads the table of contents.
  ///
  /// - Throws: ``ArchiveFailure``: too many parts, too many bytes by what the table says, two parts of one
  ///   name, or no archive.
  public init(_ bytes: [UInt8], limits: Limits) throws(ArchiveFailure) {
    guard
      bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    else { throw .notAnArchive }
    let archive = try unsafe Self.open(bytes)
    do throws(ArchiveFailure) {
      names = try unsafe Self.names(archive, limits)
    } catch {
      unsafe zip_discard(archive)
      throw error
    }
    unsafe self.archive = unsafe archive
    remaining = limits.bytes
  }

  deinit {
    if let current = unsafe current { _ = unsafe zip_fclose(current) }
    unsafe zip_discard(archive)
  }

  private static func open(_ bytes: [UInt8]) throws(ArchiveFailure) -> OpaquePointer {
    // The copy is the library's, which frees it with the archive.
    guard let copy = unsafe malloc(bytes.count) else { throw .tooLarge }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      _ = unsafe memcpy(copy, base, buffer.count)
    }
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
      unsafe free(copy)
      throw .tooLarge
    }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
      unsafe zip_source_free(source)
      throw .cutShort
    }
    return unsafe archive
  }

  private static func names(
    _ archive: OpaquePointer, _ limits: Limits
  ) throws(ArchiveFailure) -> [String] {
    let count = Int(unsafe zip_get_num_entries(archive, 0))
    guard count <= limits.parts else { throw .tooManyParts }
    var names: [String] = []
    var seen: Set<String> = []
    var total: UInt64 = 0
    for index in 0..<max(0, count) {
      var facts = unsafe zip_stat_t()
      guard unsafe zip_stat_index(archive, UInt64(index), 0, &facts) == 0,
        let name = unsafe facts.name
      else { throw .damaged(part: index) }
      let text = unsafe String(cString: name)
      guard seen.insert(text).inserted else { throw .repeated(part: index) }
      names.append(text)
      let (sum, overflow) = unsafe total.addingReportingOverflow(facts.size)
      guard !overflow, sum <= UInt64(limits.bytes) else { throw .tooLarge }
      total = sum
    }
    return names
  }

  /// Starts to read a part; one that was being read is given up.
  ///
  /// - Parameter index: that of its name.
  public mutating func open(_ index: Int) throws(ArchiveFailure) {
    if let current = unsafe current.take() { _ = unsafe zip_fclose(current) }
    guard names.indices.contains(index) else { throw .damaged(part: index) }
    var facts = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, UInt64(index), 0, &facts) == 0 else {
      throw .damaged(part: index)
    }
    guard unsafe facts.encryption_method == ZIP_EM_NONE else { throw .encrypted(part: index) }
    guard let file = unsafe zip_fopen_index(archive, UInt64(index), 0) else {
      throw .damaged(part: index)
    }
    unsafe current = unsafe file
    currentIndex = index
  }

  /// Reads more of the part that is open.
  ///
  /// - Parameter buffer: is filled with the next bytes from its start.
  /// - Returns: how many there are; 0 at the end, where the part's checksum was found right.
  public mutating func read(into buffer: inout [UInt8]) throws(ArchiveFailure) -> Int {
    guard let current = unsafe current else { return 0 }
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe zip_fread(current, bytes.baseAddress, UInt64(bytes.count))
    }
    guard count >= 0 else { throw .damaged(part: currentIndex) }
    remaining -= Int(count)
    guard remaining >= 0 else { throw .tooLarge }
    return Int(count)
  }
}
