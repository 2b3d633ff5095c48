internal import AcquisLedger
internal import EventLog
internal import Events

// What a verification finds, in both languages. English is the defects' own description.

extension LogDefect {
  var wording: Wording {
    let words = Wording(kind.french, kind.description)
    return position.map { words.at("position \($0)") } ?? words
  }
}

extension CheckpointDefect {
  var wording: Wording {
    Wording("point de contrôle gardé n° \(number) : \(reason.wording.french)", description)
  }
}

extension LogDefect.Kind {
  /// The word for it in JSON.
  var word: String {
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

  fileprivate var french: String {
    switch self {
    case .missing: "il n’y a pas d’événement ici"
    case .bytes: "les octets de l’événement ne sont pas ceux qui ont été hachés"
    case .node(let level):
      "l’empreinte de l’arbre sur les \(1 << level) derniers événements n’est pas la leur"
    case .nodeCount: "il n’y a pas autant d’empreintes de l’arbre qu’il en finit ici"
    case .unreadable(let failure): "l’événement est illisible : \(failure.wording.french)"
    case .column(let column): "la colonne de \(column.rawValue) n’est pas ce que dit l’événement"
    case .tagMissing(let subject): "l’événement ne se trouve pas par \(subject), qu’il concerne"
    case .tagTooMany: "l’événement se trouve par un sujet ou un type qui n’est pas le sien"
    case .instantDecreases: "enregistré avant l’événement précédent"
    case .notYet: "a lieu après le jour de son enregistrement"
    case .idRepeated(let position): "porte l’id de la position \(position)"
    case .schemaMissing(let name): "il manque \(name) au fichier"
    case .schemaChanged(let name): "\(name) n’est pas tel que le registre a été fait"
    case .schemaTooMany(let name): "\(name) a été ajouté au fichier"
    case .file(let words): "le fichier est abîmé : \(words)"
    }
  }
}
