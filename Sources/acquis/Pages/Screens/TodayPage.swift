internal import Access
internal import AcquisLedger
internal import Documents
internal import Events

/// The first page: who waits, what is to review, what is due, what is late.
struct TodayPage {
  let call: PageCall

  /// The most rows of a part; its heading leads to all of them.
  private static let most = 8

  private struct Part {
    let title: Text
    let command: Command
    let options: [String]
    /// The list with the same filter.
    let address: String
    let none: Text
  }

  private var parts: [Part] {
    let links = call.links
    return [
      Part(
        title: Text("À revoir", "To review"), command: .candidates,
        options: ["--to-review"],
        address: links.to("candidacies", ["toReview": "true"]),
        none: Text("rien à revoir", "nothing to review")),
      Part(
        title: Text("En retard", "Late"), command: .deadlines, options: ["--past"],
        address: links.to("deadlines", ["past": "true"]),
        none: Text("rien en retard", "nothing late")),
      Part(
        title: Text("Dans les trente jours", "Within thirty days"), command: .deadlines,
        options: ["--within=30"], address: links.to("deadlines", ["within": "30"]),
        none: Text("rien dans les trente jours", "nothing within thirty days")),
      Part(
        title: Text("Certifications à délivrer", "Awards pending"), command: .candidates,
        options: ["--status=awardPending"],
        address: links.to("candidacies", ["status": "awardPending"]),
        none: Text("aucune certification à délivrer", "no award pending")),
      Part(
        title: Text("En attente de jury", "Awaiting a jury"), command: .candidates,
        options: ["--status=awaitingJury"],
        address: links.to("candidacies", ["status": "awaitingJury"]),
        none: Text("personne n’attend de jury", "nobody awaits a jury")),
    ]
  }

  func answer() throws -> PageAnswer {
    let shown = try parts.map { try html($0) }
    let day = call.question.on.text
    return .page(
      Page(Text("Au \(day.french)", "On \(day.english)")) {
        actions
        HTML.joined(shown)
        HTML("p") {
          call.link(
            call.links.to("findings"),
            Text(
              "Les règles, contrôlées sur tout l’historique : les constats",
              "The rules, checked over the whole history: the findings"))
        }
      })
  }

  private var actions: HTML {
    guard call.grant.may(.record), call.times.isNow else { return .nothing }
    let types: [EventType] = [.candidateRegistered, .candidateEnrolled, .juryConvened]
    return HTML("p", class: "actions") {
      for type in types {
        call.link(
          call.links.to(["record", type.rawValue]), class: "button", type.action)
        HTML(text: " ")
      }
    }
  }

  private func html(_ part: Part) throws -> HTML {
    let table = KeptTable()
    let done = call.run(
      part.command, [],
      part.options + call.options(of: part.command)
        + ["--limit=\(Self.most + 1)"], table: table, pageLength: Self.most)
    if let failure = done.failure { throw failure }
    return HTML("section") {
      call.html("h2", part.title)
      if table.rows.isEmpty {
        call.html("p", class: "empty", part.none.capitalised)
      } else {
        ListTable(call, part.title, table).html
        if done.next != nil {
          HTML("p", class: "next") {
            call.link(
              part.address,
              Text("Tout voir, « \(part.title.french) »", "See all of “\(part.title.english)”"))
          }
        }
      }
    }
  }
}
