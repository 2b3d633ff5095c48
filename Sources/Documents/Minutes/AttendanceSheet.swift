internal import AcquisLedger
internal import Events
internal import Projections

/// The sheet that the members of a jury and the candidates summoned sign on each day of the session
/// (*feuille d’émargement*). Whoever has no name that can be read stands there with an id.
public struct AttendanceSheet: Sendable {
  private let proceedings: JuryProceedings
  private let languages: Languages

  /// The columns to sign in one table.
  private static let columns = 3
  /// The most days that have a column of their own.
  private static let longest = 31

  public init(_ proceedings: JuryProceedings, in languages: Languages) {
    self.proceedings = proceedings
    self.languages = languages
  }

  public var document: Document {
    let jury = proceedings.jury
    return Document(
      title: Text("Feuille d’émargement du jury \(jury)", "Attendance sheet of jury \(jury)"),
      in: languages, grounds: .entries(proceedings.positions)
    ) {
      proceedings.head(
        Text("FEUILLE D’ÉMARGEMENT", "ATTENDANCE SHEET"), isReport: false, in: languages)
      languages.html("h2", Text("Membres du jury", "Members of the jury"))
      if proceedings.state.isCompositionKnown {
        tables(members, Text("Qualité", "Capacity"))
      } else {
        languages.html(
          "p", Text("Composition non connue du registre.", "Composition unknown to the ledger."))
      }
      languages.html("h2", Text("Candidats convoqués", "Candidates summoned"))
      if candidates.isEmpty {
        languages.html("p", Text("Aucun candidat convoqué.", "No candidate summoned."))
      } else {
        tables(candidates, Text("Candidature", "Candidacy"))
      }
      proceedings.foot(in: languages)
    }
  }

  /// A row to sign: a name and what is said of the person.
  private typealias Row = (name: String, note: Text)

  private var members: [Row] {
    proceedings.state.members.map { seat in
      let role = seat.role.text.capitalised
      let body = seat.organisation.map { ", \($0.text)" } ?? ""
      return (
        proceedings.name(of: seat.member), Text(role.french + body, role.english + body)
      )
    }
  }

  private var candidates: [Row] {
    proceedings.candidates.filter { $0.outcome != .withdrawn }.map { candidate in
      (candidate.name.text, Text(verbatim: candidate.candidacy.text))
    }
  }

  /// A table for every few days; the session's days have a column each.
  @HTMLBuilder private func tables(_ rows: [Row], _ heading: Text) -> HTML {
    for days in days.chunked(by: Self.columns) {
      HTML("table", class: "attendance") {
        HTML("thead") {
          HTML("tr") {
            languages.html("th", class: "who", Text("Nom", "Name"))
            languages.html("th", heading)
            for day in days { languages.html("th", class: "sign", day) }
          }
        }
        HTML("tbody") {
          for row in rows {
            HTML("tr") {
              HTML("td", text: row.name)
              HTML("td", class: "small") { languages.html(row.note) }
              for _ in days { HTML("td", class: "sign") }
            }
          }
        }
      }
    }
  }

  /// The headings of the columns to sign: each day, or blanks to fill for a session of many weeks.
  private var days: [Text] {
    let session = proceedings.state.session
    var days: [CalendarDate] = []
    var day = session.first
    while days.count <= Self.longest, days.isEmpty || day <= session.last {
      days.append(day)
      day = day.adding(days: 1)
    }
    if days.count > Self.longest {
      return Array(
        repeating: Text("Le ……… (signature)", "On ……… (signature)"), count: Self.columns)
    }
    return days.map { day in
      let shown = day.inTable
      return Text("Le \(shown.french) (signature)", "On \(shown.english) (signature)")
    }
  }
}
