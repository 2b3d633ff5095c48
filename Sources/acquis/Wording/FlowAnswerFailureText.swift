internal import Events
internal import StateFlow

extension FlowAnswerFailure.Problem {
  /// The end of a sentence that begins with the file and the line.
  var text: Text {
    switch self {
    case .empty: Text("le fichier est vide", "the file is empty")
    case .tooLarge(let limit):
      Text(
        "dépasse \(limit >> 20) Mio : ce n’est pas la réponse à un flux",
        "is over \(limit >> 20) MiB: it is no answer to a flow")
    case .encoding(let name):
      Text(
        "l’encodage \(Shown.word(name)) n’est pas pris en charge ; enregistrez le fichier en UTF-8 et déclarez-le ainsi",
        "the encoding \(Shown.word(name)) is not supported; save the file as UTF-8, and declare it so"
      )
    case .malformed: Text("n’est pas du XML bien formé", "is not well-formed XML")
    case .cutShort:
      Text(
        "le fichier s’arrête avant sa fin ; demandez-le de nouveau",
        "the file ends before its end; ask for it again")
    case .documentType:
      Text(
        "un type de document est déclaré (`DOCTYPE`), ce qu’une réponse n’a pas",
        "a document type is declared (`DOCTYPE`), which an answer does not have")
    case .tooComplex:
      Text(
        "ce XML est plus profond ou plus long qu’une réponse ne peut l’être",
        "this XML is deeper or longer than an answer can be")
    case .flowItself:
      Text(
        "c’est un flux (`flux`), et non la réponse à un flux (`rapport`) ; donnez l’accusé de traitement que la Caisse des Dépôts a rendu",
        "this is a flow (`flux`), not the answer to one (`rapport`); give the file that the Caisse des Dépôts returned"
      )
    case .otherRoot(let name):
      Text(
        "l’élément `\(Shown.word(name))` n’est pas celui d’une réponse à un flux (`rapport`)",
        "the element `\(Shown.word(name))` is not that of an answer to a flow (`rapport`)")
    case .missing(let element):
      Text("l’élément `\(element.rawValue)` manque", "the element `\(element.rawValue)` is missing")
    case .twice(let element, let first):
      Text(
        "l’élément `\(element.rawValue)` figure déjà, avec un autre texte, à la ligne \(first)",
        "the element `\(element.rawValue)` is on line \(first) already, with another text")
    case .invalid(.treatment):
      Text(
        "l’élément `idTraitement` doit avoir 1 à 64 caractères",
        "the element `idTraitement` must have 1 to 64 characters")
    case .invalid(let element):
      Text(
        "l’élément `\(element.rawValue)` n’a pas la forme d’un identifiant : 1 à 64 caractères parmi A-Z a-z 0-9 . _ -",
        "the element `\(element.rawValue)` has not the form of an id: 1 to 64 characters of A-Z a-z 0-9 . _ -"
      )
    case .contradiction(let first):
      Text(
        "ce passage (`idTechnique`) est à la fois accepté et rejeté (l’autre réponse est à la ligne \(first))",
        "this passage (`idTechnique`) is both accepted and rejected (the other answer is on line \(first))"
      )
    }
  }
}
