internal import Files
internal import Glibc

/// WeasyPrint, the program that makes a PDF from a document's HTML.
///
/// It is run without a shell, and reads and writes through files without a name. A document has no address,
/// so nothing is fetched.
public struct WeasyPrint: Sendable {
  /// The program's absolute path.
  public let path: String

  /// Finds the program.
  ///
  /// - Parameter search: folders with colons between them, as in `$PATH`; one that is not absolute is left
  ///   out.
  /// - Returns: nil if none of them has it.
  public init?(in search: String) {
    for folder in search.split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/weasyprint"
      guard unsafe access(path, X_OK) == 0 else { continue }
      self.path = path
      return
    }
    return nil
  }

  /// Makes a PDF.
  ///
  /// WeasyPrint names an attachment by its file, so that this one has a file meanwhile, in a folder
  /// `<target>.making-<process id>` that only the owner may enter, removed at the end. A process that is
  /// killed leaves it; it names no person.
  ///
  /// - Parameters:
  ///   - html: a whole document.
  ///   - name: the attachment's name in the PDF.
  ///   - contents: the attachment.
  ///   - target: the path that the PDF will have; not written here.
  /// - Throws: ``PDFFailure``.
  public func pdf(
    of html: String, attaching name: String, _ contents: [UInt8], for target: String
  ) throws(PDFFailure) -> [UInt8] {
    let draft = "\(target).making-\(getpid())"
    Folder.remove(draft)
    defer { Folder.remove(draft) }
    let pdf: [UInt8]
    do {
      guard try Folder.make(draft, mode: 0o700) else { throw FileFailure.system(code: EEXIST) }
      let folder = Folder.resolved(draft)
      let attachment = "\(folder)/\(name)"
      var file = try NewFile(attachment, mode: 0o600)
      try file.write(contents)
      try file.keep()
      let page = try NamelessFile(in: folder, holding: Array(html.utf8))
      let result = try NamelessFile(in: folder)
      let messages = try NamelessFile(in: folder)
      try run(
        ["weasyprint", "--quiet", "--encoding", "utf-8", "--attachment", attachment, "-", "-"],
        input: page.number, output: result.number, errors: messages.number)
      pdf = try result.bytes()
    } catch let failure as FileFailure {
      throw .system(code: failure.code)
    } catch let failure as PDFFailure {
      throw failure
    } catch {
      throw .notPDF
    }
    guard pdf.starts(with: "%PDF-".utf8) else { throw .notPDF }
    return pdf
  }

  /// Runs the program to its end.
  private func run(
    _ words: [String], input: Int32, output: Int32, errors: Int32
  ) throws(PDFFailure) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, target) in [input, output, errors].enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, target, Int32(number))
    }
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for index in 0..<words.count { unsafe free(arguments[index]) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, path, &actions, nil, &arguments, environ)
    guard code == 0 else { throw .system(code: code) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw .system(code: errno) }
    }
    let signal = status & 0x7f
    guard signal == 0 else { throw .killed(signal: signal) }
    guard status >> 8 & 0xff == 0 else { throw .failed(status: status >> 8 & 0xff) }
  }
}
