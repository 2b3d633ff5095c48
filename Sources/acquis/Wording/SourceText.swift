internal import AcquisLedger
internal import Events
internal import Projections

extension BlockSource {
  /// Where a recognised block comes from: `de D1 (RNCP90001, RNCP90001BC01), jury J1, le 16 juin 2022`.
  var sentence: Text {
    var parts: [Text] = []
    if let candidacy {
      let place = [certification?.text, block?.text].compactMap(\.self).joined(separator: ", ")
      parts.append(
        place.isEmpty
          ? Text("de \(candidacy)", "from \(candidacy)")
          : Text("de \(candidacy) (\(place))", "from \(candidacy) (\(place))"))
    }
    if let document {
      parts.append(Text("« \(document.text) »", "“\(document.text)”"))
    }
    if let authority {
      parts.append(
        Text("accordée par \(authority.text)", "granted by \(authority.text)"))
    }
    if let jury { parts.append(Text("jury \(jury)", "jury \(jury)")) }
    if let day = on?.text {
      parts.append(Text("le \(day.french)", "on \(day.english)"))
    }
    let stated = parts.joined(separator: ", ")
    return Text(
      "\(kind.french) : \(stated.french)", "\(kind.english): \(stated.english)")
  }

  private var kind: Text {
    switch basis {
    case .permanent: Text("validation antérieure", "earlier validation")
    case .correspondence: Text("correspondance", "correspondence")
    case .document: Text("document", "document")
    case .equivalence: Text("équivalence", "equivalence")
    }
  }
}

extension LeftBehindBlock {
  /// A block of an earlier version that is not held here.
  var sentence: Text {
    let place = [certification?.text, candidacy.text].compactMap(\.self).joined(separator: ", ")
    return Text(
      "\(block) (\(place)), sans correspondance déclarée",
      "\(block) (\(place)), without a declared correspondence")
  }
}

extension CertificateState {
  /// Its number and day, its blocks where it is partial, and what became of it.
  var sentence: Text {
    let issued = issuedOn.text
    var parts = [
      blocks == nil
        ? Text(
          "certificat \(number) du \(issued.french)", "certificate \(number) of \(issued.english)")
        : Text(
          "certificat partiel \(number) du \(issued.french)",
          "partial certificate \(number) of \(issued.english)")
    ]
    if let blocks {
      let list = blocks.map(\.text).joined(separator: ", ")
      parts.append(Text(list, list))
    }
    if let replacedBy {
      parts.append(Text("remplacé par \(replacedBy)", "replaced by \(replacedBy)"))
    }
    for day in duplicatedOn.map(\.text) {
      parts.append(
        Text("duplicata remis le \(day.french)", "duplicate given on \(day.english)"))
    }
    return parts.joined(separator: ", ")
  }
}

extension ReviewItem {
  /// The message, with the position and the rule.
  var sentence: Text {
    Text(
      "\(message.french) (\(rule), position \(position))",
      "\(message.english) (\(rule), position \(position))")
  }
}
