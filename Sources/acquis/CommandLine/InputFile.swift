internal import AcquisLedger
internal import Events
internal import Files
internal import Glibc

/// Reads a file named on the command line as a whole.
enum InputFile {
  /// The most bytes a file may have: 1 GiB.
  private static let limit = 1 << 30

  /// The bytes of a file; `-` is standard input.
  ///
  /// - Throws: ``Failure/input(_:)`` naming the file.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    guard path == "-" else { return try read(BytePath(path)) }
    return try read(STDIN_FILENO, path)
  }

  /// The bytes of a file whose name may be any bytes.
  ///
  /// - Throws: ``Failure/input(_:)`` naming the file.
  static func read(_ path: BytePath) throws(Failure) -> [UInt8] {
    let descriptor: Int32
    do throws(FileFailure) { descriptor = try path.opened() } catch {
      throw .input(error.text.at(path.text))
    }
    defer { close(descriptor) }
    return try read(descriptor, path.text)
  }

  private static func read(_ descriptor: Int32, _ path: String) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= limit else {
        throw tooLarge(path)
      }
    }
  }

  /// A file that can be read several times; `-` is standard input.
  ///
  /// - Parameter folder: where what can be read once only is copied to, as long as the command runs.
  /// - Throws: ``Failure/input(_:)`` naming the file.
  static func rereadable(
    _ path: String, copyingTo folder: String
  ) throws(Failure) -> RereadableFile {
    do throws(FileFailure) { return try RereadableFile(path, copyingTo: folder) } catch {
      throw .input(error.text.at(path))
    }
  }

  /// The bytes of such a file.
  ///
  /// - Throws: ``Failure/input(_:)`` naming the file.
  static func read(
    _ file: RereadableFile, named path: String
  ) throws(Failure) -> [UInt8] {
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try file.bytes(from: 0, atMost: limit + 1) } catch {
      throw .input(error.text.at(path))
    }
    guard bytes.count <= limit else { throw tooLarge(path) }
    return bytes
  }

  /// Standard input as one text, without the newline at its end.
  ///
  /// - Throws: ``Failure/input(_:)`` naming the option whose value was `-`.
  static func text(of word: String) throws(Failure) -> String {
    let bytes: [UInt8]
    do throws(Failure) { bytes = try read("-") } catch {
      throw .input(error.text.at(word))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .input(
        Text("l’entrée standard n’est pas de l’UTF-8", "standard input is not UTF-8").at(word))
    }
    return text.hasSuffix("\r\n") || text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  private static func tooLarge(_ path: String) -> Failure {
    .input(
      Text("dépasse 1 Go ; scindez le fichier en plusieurs", "is over 1 GB; split the file").at(
        path))
  }

  private static func failure(_ path: String) -> Failure {
    .input(.system(errno).at(path))
  }
}
