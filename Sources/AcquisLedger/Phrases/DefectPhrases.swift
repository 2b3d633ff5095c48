public import EventLog
public import Events

// Defects that a verification finds in a log.

extension LogDefect: TextConvertible {
  public var text: Text { position.map { kind.text.at("position \($0)") } ?? kind.text }
}

extension LogDefect.Kind: TextConvertible {
  public var text: Text {
    switch self {
    case .missing: Text("il n’y a pas d’entrée ici", "there is no event here")
    case .bytes:
      Text(
        "les octets de l’entrée n’ont pas l’empreinte que l’arbre en garde",
        "the event's bytes are not those that were hashed")
    case .node(let level):
      Text(
        "l’empreinte de l’arbre n’est pas celle de ce qui finit ici (entrées : \(1 << level))",
        "the tree's hash of the last \(1 << level) events up to here is not theirs")
    case .nodeCount:
      Text(
        "il manque des empreintes de l’arbre qui finissent ici",
        "not as many hashes of the tree as end here")
    case .unreadable(let failure):
      Text(
        "l’entrée est illisible : \(failure.text.french)",
        "the event cannot be read: \(failure.text.english)")
    case .column(let column):
      Text(
        "la colonne de \(column.rawValue) n’est pas ce que dit l’entrée",
        "the column of \(column.rawValue) is not what the event states")
    case .tagMissing(let subject):
      Text(
        "l’entrée ne se trouve pas par \(subject.text.french), qu’elle concerne",
        "the event is not found by \(subject), which it is about")
    case .tagTooMany:
      Text(
        "l’entrée se trouve par un sujet ou un type qui n’est pas le sien",
        "the event is found by a subject or type that is not its own")
    case .instantDecreases:
      Text("enregistrée avant l’entrée précédente", "recorded before the previous event")
    case .notYet:
      Text(
        "a lieu après le jour de son enregistrement", "occurs after the day it was recorded on")
    case .idRepeated(let position):
      Text("porte l’identifiant de la position \(position)", "has the id of position \(position)")
    case .schemaMissing(let name): Text("il manque \(name) au fichier", "the file lacks \(name)")
    case .schemaChanged(let name):
      Text(
        "\(name) n’est pas tel que le registre l’a créé", "\(name) is not as the ledger was made")
    case .schemaTooMany(let name):
      Text("\(name) a été ajouté au fichier", "\(name) was added to the file")
    case .file(let words):
      Text("le fichier est abîmé : \(words)", "the file is damaged: \(words)")
    }
  }

  /// The problem's name in JSON.
  public var word: String {
    switch self {
    case .missing: "missing"
    case .bytes: "bytes"
    case .node, .nodeCount: "node"
    case .unreadable: "unreadable"
    case .column(let column): column.rawValue
    case .tagMissing: "tagMissing"
    case .tagTooMany: "tagTooMany"
    case .instantDecreases: "instantDecreases"
    case .notYet: "notYet"
    case .idRepeated: "idRepeated"
    case .schemaMissing, .schemaChanged, .schemaTooMany: "schema"
    case .file: "file"
    }
  }
}

extension CheckpointDefect: TextConvertible {
  public var text: Text {
    Text(
      "point de contrôle gardé n° \(number) : \(reason.text.french)",
      "stored checkpoint \(number): \(reason.text.english)")
  }
}
