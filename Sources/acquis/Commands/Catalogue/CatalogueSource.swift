internal import AcquisLedger
internal import Catalogue
internal import Events
internal import Files

/// The export that a call names, read: a folder or an archive.
struct CatalogueSource {
  /// As typed.
  let path: String
  let export: OpenDataExport
  /// The days of the exports beside it that were not taken.
  let others: [CalendarDate]

  /// - Throws: ``Failure/input(_:)`` naming the file, the line and the column.
  init(_ invocation: Invocation) throws {
    path = invocation.argument("FOLDER") ?? ""
    do {
      let selection: OpenDataSelection
      // Only a folder has an entry of this name.
      if Folder.exists(path + "/.") {
        (export, selection) = try Self.read(folder: path)
      } else {
        let bytes = try InputFile.read(path)
        guard OpenDataArchive.isArchive(bytes) else {
          throw Failure.input(
            Text(
              "n’est ni un dossier ni une archive .zip : donnez le dossier des fichiers .csv de l’export, ou l’archive",
              "is neither a folder nor a .zip archive: give the folder of the export’s .csv files, or the archive"
            ).at(path))
        }
        (export, selection) = try OpenDataArchive.export(bytes)
      }
      others = selection.others
    } catch let failure as OpenDataFailure {
      throw Failure.input(failure.text.at(path))
    }
  }

  private static func read(folder: String) throws -> (OpenDataExport, OpenDataSelection) {
    let place = BytePath(folder)
    var files = place.names
    var names: [String] { files.map(\.text) }
    let selection: OpenDataSelection
    do throws(OpenDataFailure) {
      selection = try OpenDataSelection(names)
    } catch {
      guard case .noFiches = error else { throw error }
      // An archive is often unpacked into a folder of its own.
      files = files.filter { !$0.text.hasPrefix(".") && place.appending($0).isFolder }
        .flatMap { inner in place.appending(inner).names.map { inner.appending($0) } }
      selection = try OpenDataSelection(names)
    }
    return (
      try OpenDataExport(selection, of: names) { try InputFile.read(place.appending(files[$0])) },
      selection
    )
  }

  /// The fiche that a person means.
  ///
  /// - Parameter given: the days that options give.
  /// - Throws: ``Failure/input(_:)`` with near codes for one that the export does not have,
  ///   ``Failure/usage(_:)`` where two registers have the number.
  func fiche(_ typed: String, given: Set<OpenDataDay>) throws -> OpenDataFiche {
    let codes = export.fiches
    let written = FicheNumber.written(typed)
    let number: String
    switch ShortCode(written).match(among: codes) {
    case .one(let code): number = code
    case .several(let codes):
      let shown = codes.sorted().joined(separator: ", ")
      throw Failure.usage(
        Text("--code : laquelle ? \(shown)", "--code: which one? \(shown)"))
    case .none:
      let shown = Shown.word(typed)
      let near = Nearest.words(to: written, among: codes).joined(separator: ", ")
      let unknown = Text(
        "l’export n’a pas de fiche \(shown)", "the export has no fiche \(shown)")
      let full =
        near.isEmpty
        ? unknown : unknown.then(Text("approchant : \(near)", "near it: \(near)"))
      throw Failure.input(full.at(path))
    }
    do throws(OpenDataFailure) {
      if let fiche = try export.fiche(number, given: given) { return fiche }
    } catch {
      throw Failure.input(error.text.at(path))
    }
    throw Failure.input(
      Text("l’export n’a pas de fiche \(number)", "the export has no fiche \(number)").at(path))
  }
}
