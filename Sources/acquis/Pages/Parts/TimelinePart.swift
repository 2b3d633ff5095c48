internal import AcquisLedger
internal import Documents
internal import Events
internal import Projections

/// The entries of a subject in the order in which they took effect, each with what it changed.
struct TimelinePart {
  let call: PageCall
  let subject: Subject

  /// The most entries shown; a certification's are thousands.
  private static let most = 60

  /// Of a certification, what is about itself: it is named by everyone's enrolment.
  private var types: [EventType] {
    guard case .certification = subject else { return [] }
    return [
      .certificationRegistered, .registrationRenewed, .registrationSuspended,
      .registrationReinstated, .certificationWithdrawn, .certificationSuperseded,
      .completionWindowPolicyChanged, .blockValidityPolicyChanged, .juryPolicyChanged,
      .eventAnnulled,
    ]
  }

  /// - Throws: `LogFailure`, `VaultFailure`.
  func html() throws -> HTML {
    let all = try TimelineRows(of: subject, call.question, types: types).rows
    let rows = all.suffix(Self.most)
    // Entries about a certification itself name nobody: no name is opened for them.
    let texts =
      types.isEmpty ? call.texts : PersonalTexts(of: call.question, opening: nil)
    let screen = try TimelineScreen(of: subject, call.question, texts, in: call.language)
    let items = try rows.map { try item($0, screen) }
    let address = call.links.to("entries", ["subject": subject.description])
    return HTML("section", class: "timeline") {
      call.html("h2", Text("Historique", "Timeline"))
      if all.count > rows.count {
        HTML("p") {
          call.html(
            "span",
            Text("Les \(rows.count) dernières entrées. ", "The last \(rows.count) entries. "))
          call.link(address, Text("Toutes", "All of them"))
        }
      }
      HTML("ol") { HTML.joined(items) }
    }
  }

  private func item(_ row: TimelineRows.Row, _ screen: TimelineScreen) throws -> HTML {
    let entry = row.entry
    let details = try screen.details(of: row)
    let sentences = Sentences(call)
    return HTML("li", class: entry.annulled ? "annulled" : nil) {
      HTML("span", class: "day", text: call.say(entry.day.inTable))
      HTML("span", class: "what") {
        call.html("strong", entry.type.text.capitalised)
        HTML(text: " ")
        call.link(
          call.links.to(entry: entry.position),
          Text("position \(entry.position)", "position \(entry.position)"))
        for detail in details {
          HTML(
            "span", class: ["detail", detail.tone.style].compactMap(\.self).joined(separator: " ")
          ) {
            sentences.linked(call.say(detail.text))
          }
        }
      }
    }
  }
}
