internal import AcquisLedger
internal import Events
internal import Projections

/// The minutes of a jury (*procès-verbal de délibération*): composition, presence, the grid of decisions,
/// what became of them, and the signatures.
///
/// Of a candidate they state the name and nothing else of the identity. They rest on the entries that name
/// the jury and on the framework's.
public struct MinutesDocument: Sendable {
  let proceedings: JuryProceedings
  let languages: Languages

  public init(_ proceedings: JuryProceedings, in languages: Languages) {
    self.proceedings = proceedings
    self.languages = languages
  }

  public var document: Document {
    let jury = proceedings.jury
    return Document(
      title: Text("Procès-verbal du jury \(jury)", "Minutes of jury \(jury)"), in: languages,
      grounds: .entries(proceedings.positions)
    ) {
      proceedings.head(
        Text("PROCÈS-VERBAL DE DÉLIBÉRATION DU JURY", "MINUTES OF THE JURY"), in: languages)
      composition
      languages.html("h2", Text("Délibération", "Deliberation"))
      for certification in proceedings.certifications { grid(of: certification) }
      legend
      counts
      explanations
      references
      signatures
      proceedings.foot(in: languages)
    }
  }

  /// The references of the minutes, with the days they were deliberated.
  @HTMLBuilder private var references: HTML {
    for minutes in proceedings.state.minutes {
      let day = minutes.signedOn.text
      languages.html(
        "p",
        Text(
          "Procès-verbal \(minutes.reference.text), délibération du \(day.french).",
          "Minutes \(minutes.reference.text), deliberated on \(day.english)."))
    }
    if proceedings.state.minutes.isEmpty {
      languages.html(
        "p",
        Text(
          "Le jury n’a pas encore délibéré.",
          "The minutes have not been deliberated yet."))
    }
  }

  /// A place to sign for each member present at any sitting; for each member until the session is held.
  @HTMLBuilder private var signatures: HTML {
    let rows = signers.chunked(by: 3)
    if !rows.isEmpty { languages.html("h2", Text("Signatures", "Signatures")) }
    for row in rows {
      HTML("div", class: "signatures") {
        for signer in row {
          HTML("div", class: "signature") {
            HTML("div", text: signer.name)
            if let role = signer.role { languages.html("div", class: "small", role.capitalised) }
          }
        }
      }
    }
  }

  private var signers: [(name: String, role: Text?)] {
    let state = proceedings.state
    guard state.status != .cancelled else { return [] }
    let present = state.sittings.reduce(into: [MemberID]()) { all, sitting in
      all += (sitting.members ?? []).filter { !all.contains($0) }
    }
    let signing = state.sittings.isEmpty ? state.members.map(\.member) : present
    return signing.map { member in
      (proceedings.name(of: member), proceedings.seats.first { $0.member == member }?.role.text)
    }
  }
}

extension Array {
  /// The elements in rows of at most `size`.
  func chunked(by size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
