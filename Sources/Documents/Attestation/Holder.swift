internal import AcquisLedger
public import Events

/// The sentences that name the holder of a document.
public struct Holder {
  let identity: Identity

  public init(identity: Identity) { self.identity = identity }

  /// Title of courtesy, first names, usage name in capitals: `Madame Sandrine LEFÈVRE`. Without the title in
  /// two languages, where the name stands once.
  func name(in languages: Languages) -> Text {
    let firstNames = identity.firstNames.elements.map(\.text).joined(separator: " ")
    let family = identity.birthName.text.uppercased()
    let shown = "\(firstNames) \(identity.usageName?.text.uppercased() ?? family)"
    if languages.second != nil { return Text(verbatim: shown) }
    switch identity.sex {
    case .female: return Text("Madame \(shown)", "Ms \(shown)")
    case .male: return Text("Monsieur \(shown)", "Mr \(shown)")
    case nil: return Text(verbatim: shown)
    }
  }

  /// The birth name where another one is used, then the day and place of birth; nil if none is known.
  public var birth: Text? {
    var parts: [Text] = []
    if let usageName = identity.usageName, usageName.text != identity.birthName.text {
      let name = identity.birthName.text.uppercased()
      parts.append(Text("nom de naissance : \(name)", "birth name: \(name)"))
    }
    if let date = identity.birthDate {
      let place = place ?? Text(verbatim: "")
      parts.append(
        Text(
          "\(born.french) \(date.words.french)\(place.french)",
          "\(born.english) \(date.words.english)\(place.english)"))
    } else if let place {
      parts.append(
        Text("\(born.french)\(place.french)", "\(born.english)\(place.english)"))
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var born: Text {
    switch identity.sex {
    case .female: Text("née", "born")
    case .male: Text("né", "born")
    case nil: Text("né(e)", "born")
    }
  }

  /// ` à Lille (59)`; nil if it is not known.
  private var place: Text? {
    guard let place = identity.birthPlace else { return nil }
    let department = place.code.flatMap(\.department)
    if let label = place.label?.text {
      let shown = department.map { "\(label) (\($0))" } ?? label
      return Text(" à \(shown)", " in \(shown)")
    }
    switch place.code {
    case .postal(let code): return Text(" à \(code.text)", " in \(code.text)")
    case .insee(let code):
      return Text(
        " dans la commune de code INSEE \(code.text)",
        " in the municipality of INSEE code \(code.text)")
    case nil: return nil
    }
  }
}

extension BirthPlace.Code {
  /// The department: two characters, three overseas; nil abroad, or where the code states none.
  var department: String? {
    let text: String
    switch self {
    case .insee(let code): text = code.text
    case .postal(let code): text = code.text
    }
    guard text.count == 5, !text.hasPrefix("99"), !text.hasPrefix("00") else { return nil }
    let isOverseas = text.hasPrefix("97") || text.hasPrefix("98")
    return String(text.prefix(isOverseas ? 3 : 2))
  }
}

extension BirthDate {
  /// As precise as it is known: `le 9 avril 1981`, `en avril 1981`, `en 1981`.
  var words: Text {
    let (full, short) = (firstDay.text.french, firstDay.words)
    switch text.utf8.count {
    case 4: return Text("en \(text)", "in \(text)")
    case 7:
      return Text(
        "en \(full.split(separator: " ").dropFirst().joined(separator: " "))",
        "in \(short.split(separator: " ").dropFirst().joined(separator: " "))")
    default: return Text("le \(full)", "on \(short)")
    }
  }
}
