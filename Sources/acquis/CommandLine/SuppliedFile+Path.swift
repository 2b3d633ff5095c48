internal import AcquisLedger
internal import Events
internal import Files
internal import TransparencyLog

extension SuppliedFile {
  /// The checkpoints of the file at a path.
  ///
  /// - Throws: ``Failure/input(_:)`` with the path and the file's actual format.
  static func checkpoints(_ path: String) throws(Failure) -> [SignedNote] {
    let file = SuppliedFile(try InputFile.read(path))
    do throws(SuppliedFileFailure) { return try file.checkpoints() } catch {
      throw .input(error.text.at(path))
    }
  }

  /// The verifier keys of an option's value: one key, or the path of a file that contains some.
  ///
  /// - Throws: ``Failure/usage(_:)``, or ``Failure/input(_:)`` with the path and the file's actual format.
  static func keys(_ text: String) throws(Failure) -> [VerifierKey] {
    if let key = try? VerifierKey(parsing: text) { return [key] }
    guard Folder.exists(text) else {
      throw .usage(
        Text(
          "--key : une clé de vérification est attendue, `nom+id+base64`, ou le fichier qui la contient",
          "--key: expected a verifier key, name+id+base64, or the file that holds it"))
    }
    let file = SuppliedFile(try InputFile.read(text))
    do throws(SuppliedFileFailure) { return try file.keys() } catch {
      throw .input(error.text.at(text))
    }
  }
}
