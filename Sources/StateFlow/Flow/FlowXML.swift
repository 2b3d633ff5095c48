internal import Events

/// Writes a ``CertificationFlow`` as the file that is deposited: one element a line, in UTF-8.
///
/// ```swift
/// let bytes = FlowXML(flow).bytes
/// ```
///
/// The bytes depend on the flow's values alone. Cost: some 2 KB a passage, in memory.
public struct FlowXML: Sendable {
  /// The file.
  public private(set) var bytes: [UInt8] = []
  private var depth = 0

  /// The schema's namespace, `cpf-flux-1.1.2.xsd`.
  public static let namespace = "urn:cdc:cpf:pc5:schema:1.0.0"

  public init(_ flow: CertificationFlow) {
    line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let attributes =
      " xmlns:cpf=\"\(Self.namespace)\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    element("flux", attributes) { xml in
      xml.text("idFlux", flow.id.text)
      xml.text("horodatage", flow.stamp.inFlow)
      xml.element("emetteur") { xml in
        xml.text("idClient", flow.depositor.clientID.text)
        xml.element("certificateurs") { xml in
          xml.element("certificateur") { xml in
            xml.text("idClient", flow.depositor.clientID.text)
            xml.text("idContrat", flow.depositor.contractID.text)
            xml.element("certifications") { xml in
              for certification in flow.certifications { xml.write(certification) }
            }
          }
        }
      }
    }
  }

  private mutating func write(_ certification: DeclaredCertification) {
    element("certification") { xml in
      xml.text("type", certification.type)
      xml.text("code", certification.code)
      xml.text("natureDeposant", "CERTIFICATEUR")
      xml.element("passageCertifications") { xml in
        for passage in certification.passages { xml.write(passage) }
      }
    }
  }

  private mutating func write(_ passage: Passage) {
    element("passageCertification") { xml in
      xml.text("idTechnique", passage.award.description)
      xml.text("obtentionCertification", "PAR_ADMISSION")
      xml.text("donneeCertifiee", "true")
      if let exam = passage.exam {
        xml.text("dateDebutExamen", exam.first.description)
        xml.text("dateFinExamen", exam.last.description)
        if let modality = exam.modality { xml.text("modalitePassageExamen", modality) }
      }
      xml.text("dateDebutValidite", passage.awardedOn.description)
      xml.textOrNil("dateFinValidite", passage.validTo?.description)
      xml.text("presenceNiveauLangueEuro", "false")
      xml.text("presenceNiveauNumeriqueEuro", "false")
      xml.textOrNil("scoring", nil)
      xml.textOrNil("mentionValidee", nil)
      xml.element("modalitesInscription") { xml in
        xml.text("modaliteAcces", passage.pathway.inFlow)
        xml.text("dateInscription", passage.enrolledOn.description)
      }
      xml.element("identificationTitulaire") { xml in
        xml.element("titulaire") { xml in xml.write(passage.holder) }
      }
    }
  }

  private mutating func write(_ holder: Holder) {
    text("nomNaissance", holder.birthName)
    textOrNil("nomUsage", holder.usageName)
    for (index, name) in holder.firstNames.enumerated() { text("prenom\(index + 1)", name) }
    text("anneeNaissance", String(holder.birthYear))
    textOrNil("moisNaissance", holder.birthMonth.map { String($0) })
    textOrNil("jourNaissance", holder.birthDay.map { String($0) })
    text("sexe", holder.sex.rawValue)
    element("codeCommuneNaissance") { xml in
      switch holder.place {
      case .insee(let code):
        xml.element("codeInseeNaissance") { xml in xml.text("codeInsee", code) }
      case .postal(let code):
        xml.element("codePostalNaissance") { xml in xml.text("codePostal", code) }
      }
    }
    if let name = holder.placeName { text("libelleCommuneNaissance", name) }
    if let country = holder.country { text("codePaysNaissance", country) }
  }

  // MARK: Elements

  private mutating func element(
    _ name: String, _ attributes: String = "", _ content: (inout FlowXML) -> Void
  ) {
    line("<cpf:\(name)\(attributes)>")
    depth += 1
    content(&self)
    depth -= 1
    line("</cpf:\(name)>")
  }

  private mutating func text(_ name: String, _ text: String) {
    line("<cpf:\(name)>\(Self.escaped(text))</cpf:\(name)>")
  }

  private mutating func textOrNil(_ name: String, _ text: String?) {
    guard let text else { return line("<cpf:\(name) xsi:nil=\"true\"/>") }
    self.text(name, text)
  }

  private mutating func line(_ text: String) {
    bytes += Array(repeating: UInt8(ascii: " "), count: depth * 2)
    bytes += text.utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&apos;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}

extension Instant {
  /// `YYYY-MM-DDThh:mm:ss+01:00`: what clocks in Paris show, and how far they are ahead of UTC.
  var inFlow: String {
    let (hour, minute, second) = timeInParis
    let hourInUTC = Int(microseconds / 3_600_000_000 % 24)
    let ahead = (hour - hourInUTC + 24) % 24
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(dayInParis)T\(two(hour)):\(two(minute)):\(two(second))+\(two(ahead)):00"
  }
}
