internal import AcquisLedger
internal import Cryptography
public import Events

extension DocumentProof {
  /// The last part of a document: the machine-readable part, not shown, in an element `preuve`; what it
  /// proves, its SHA-256 in an element `empreinte`, how to verify it; the QR code of ``codeText``.
  ///
  /// - Throws: ``QRCodeFailure``.
  public func html(in languages: Languages) throws(QRCodeFailure) -> HTML {
    let title = Text("Code QR de la preuve", "QR code of the proof").text(in: languages.first)
    let drawing = try QRCode(codeText).html(title: title)
    return HTML.joined([
      HTML("section", class: "proof") {
        drawing
        languages.html("p", grounds)
        HTML("p") {
          languages.html(Text("Registre", "Log"))
          HTML(text: " \(statement.origin ?? "-") · ")
          languages.html(state)
          HTML("br")
          languages.html(Text("Racine", "Root"))
          HTML(text: " \(statement.root.base64)")
          HTML("br")
          languages.html(Text("Empreinte de la preuve", "Hash of the proof"))
          HTML(text: " ")
          HTML("span", ["id": "empreinte"], text: digestText)
        }
        verification(in: languages)
        languages.html("p", Self.meaning)
        languages.html("p", Document.givenForGood)
      },
      HTML(
        "pre", ["id": "preuve", "hidden": "hidden"], text: String(decoding: part, as: UTF8.self)),
    ])
  }

  private var grounds: Text {
    if let tables {
      let shown = "sha256-" + tables.base64
      return Text(
        "Preuve. Les tableaux de ce document, en JSON canonique, ont pour empreinte \(shown) ; aucune "
          + "entrée n’y est prouvée une à une.",
        "Proof. The tables of this document, as canonical JSON, have the hash \(shown); no entry is "
          + "proved one by one.")
    }
    let ranges = Self.ranges(entries.map(\.position.number))
    let noun = entries.count == 1 ? Text("l’entrée", "entry") : Text("les entrées", "entries")
    let listed =
      ranges.count > 40
      ? Text.count(entries.count, .entry)
      : Text(
        "\(noun.french) \(ranges.joined(separator: ", "))",
        "\(noun.english) \(ranges.joined(separator: ", "))")
    return Text(
      "Preuve. Ce document s’appuie sur \(listed.french) d’un registre où rien ne peut être changé ni ôté "
        + "sans que cela se voie. Ces entrées (textes personnels scellés ; ce qui nomme une personne, par sa seule "
        + "empreinte) et la preuve qu’elles y sont accompagnent ce fichier, pour une machine.",
      "Proof. This document rests on \(listed.english) of a log in which nothing can be changed or left "
        + "out unseen. These entries (personal texts sealed; what names a person, by its hash alone) and the proof "
        + "that they are in it come with this file, for a machine.")
  }

  private var state: Text {
    let day = statement.lastDay
    return Text(
      Text.count(statement.size, .entry).french
        + (day.map { ", la dernière du \($0.text.french)" } ?? ""),
      Text.count(statement.size, .entry).english
        + (day.map { ", the last of \($0.text.english)" } ?? ""))
  }

  private var signature: Text {
    guard statement.note != nil else {
      return Text(
        "Cet état du registre n’est pas signé : la clé qui signe n’était pas là quand le document a été "
          + "établi. Seul le registre peut alors le confirmer.",
        "This state of the log is not signed: the key that signs was not there when the document was "
          + "made. Only the log itself can then confirm it.")
    }
    return Text(
      "Cet état du registre est signé (Ed25519). FICHIER étant celui-ci et CLÉ la clé publiée par le "
        + "certificateur, il se vérifie sans le programme qui l’a produit :",
      "This state of the log is signed (Ed25519). With this file as FILE, and as KEY the key that the "
        + "certifier publishes, it is verified without the program that made it:")
  }

  /// How to verify: a command for who has the file, the code for who has the paper.
  private func verification(in languages: Languages) -> HTML {
    let command = Text("auditor.py FICHIER --key CLÉ", "auditor.py FILE --key KEY")
    let onPaper = Text(
      "Le code ci-contre donne registre, nombre d’entrées, racine et empreinte : sur papier, comparez-les.",
      "The code beside this gives log, number of entries, root and hash: on paper, compare them.")
    return HTML("p") {
      languages.html(signature)
      if statement.note != nil {
        HTML(text: " ")
        HTML("span", class: "code", text: "python3 " + command.text(in: languages.first))
        HTML(text: ". ")
        languages.html(onPaper)
      }
    }
  }

  private static let meaning = Text(
    "La preuve n’établit ni que ce qui est enregistré est vrai, ni que cette page le répète, ni ce qui a été "
      + "enregistré ensuite.",
    "The proof does not say that what is recorded is true, nor that this page repeats it, nor what was "
      + "recorded afterwards.")

  /// Numbers in ascending order as texts, neighbours drawn together: `12`, `31–40`.
  static func ranges(_ numbers: [Int64]) -> [String] {
    var ranges: [ClosedRange<Int64>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
  }
}

extension Document {
  /// What a document says of its own life.
  public static let givenForGood = Text(
    "Un document remis ne peut pas être repris : il indique l’état connu quand il a été établi. Le "
      + "certificateur indique l’état présent.",
    "A document once given cannot be recalled: it says what was known when it was made. The certifier says "
      + "what holds now.")
}
