internal import AcquisLedger
internal import Events

/// The certifier as a letter names it, and who signs.
struct LetterSender: Sendable {
  let description: CertifierDescribed
  let signatory: Signatory
  /// The signatory's name.
  let name: String

  /// Reads the latest description of a certification's certifier and its first signatory.
  ///
  /// - Returns: the sender, or what is missing.
  /// - Throws: ``LogFailure``; ``VaultFailure`` if the vault itself cannot be read.
  static func read(
    for certification: CertificationCode, _ question: Question, opening texts: PersonalTexts
  ) throws -> Result<LetterSender, LetterObstacle> {
    guard let (description, position) = try question.certifier(of: certification) else {
      return .failure(.noCertifier(of: certification))
    }
    guard let signatory = description.signatories?.elements.first else {
      return .failure(.noSignatory(of: certification))
    }
    guard let name = try texts.text(at: position, "signatories.0.name").value else {
      return .failure(.signatoryUnreadable(signatory.member))
    }
    return .success(LetterSender(description: description, signatory: signatory, name: name))
  }
}

extension LetterSender {
  /// The certifier's name and address, at the top of a letter.
  @HTMLBuilder var letterhead: HTML {
    HTML("div", class: "letterhead") {
      HTML("div") { HTML("strong", text: description.certifier.name.text) }
      if let name = description.commercialName { HTML("div", text: name.text) }
      for line in description.address?.elements ?? [] { HTML("div", text: line.text) }
      HTML("div", text: "SIRET \(description.certifier.siret.text)")
    }
  }

  /// The place to sign, with the signatory's function and name.
  var signature: HTML {
    HTML("div", class: "signed") {
      HTML("div", text: signatory.title.text)
      HTML("div", text: name)
    }
  }
}
