internal import AcquisLedger
public import Events

/// The certifying body as its documents name it, and who signs them.
public struct Issuer: Hashable, Sendable {
  /// Legal name.
  public var name: FreeText
  public var siret: SIRET
  public var commercialName: FreeText?
  /// One element a line.
  public var address: [FreeText]
  /// Where documents are signed.
  public var place: FreeText
  public var signatoryName: String
  /// The function printed under the name.
  public var signatoryTitle: FreeText

  public init(
    name: FreeText, siret: SIRET, commercialName: FreeText? = nil, address: [FreeText] = [],
    place: FreeText, signatoryName: String, signatoryTitle: FreeText
  ) {
    self.name = name
    self.siret = siret
    self.commercialName = commercialName
    self.address = address
    self.place = place
    self.signatoryName = signatoryName
    self.signatoryTitle = signatoryTitle
  }

  /// The head of a document.
  var head: HTML {
    HTML("div", class: "issuer") {
      HTML("div", class: "name", text: name.text)
      if let commercialName, commercialName.text != name.text {
        HTML("div", text: commercialName.text)
      }
      if !address.isEmpty {
        HTML("div", class: "small", text: address.map(\.text).joined(separator: " · "))
      }
      HTML("div", class: "small", text: "SIRET \(siret.grouped)")
    }
  }

  /// Place, day and the room for a signature.
  func signature(on day: CalendarDate, in languages: Languages) -> HTML {
    HTML("div", class: "signing") {
      HTML("p") {
        languages.html(
          Text(
            "Fait à \(place.text), le \(day.text.french)", "Done at \(place.text), on \(day.words)")
        )
      }
      HTML("div", class: "signature") {
        HTML("div", text: signatoryName)
        HTML("div", text: signatoryTitle.text)
      }
    }
  }
}

extension SIRET {
  /// In groups of three digits and five: `784 353 880 00023`.
  var grouped: String {
    let digits = Array(text)
    return [digits[0..<3], digits[3..<6], digits[6..<9], digits[9...]]
      .map { String($0) }.joined(separator: "\u{a0}")
  }
}

extension CalendarDate {
  /// In words in English: `18 June 2020`.
  var words: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let (year, month, day) = components
    return "\(day) \(months[month - 1]) \(year)"
  }

  /// In words in every language.
  var inWords: Text { Text(text.french, words) }
}
