internal import AcquisLedger
internal import Documents
internal import Events
internal import HTTP

/// The facts that can be recorded, in the order of the work.
struct RecordIndex {
  let call: PageCall

  func answer() -> PageAnswer {
    let kept = ["candidacy", "candidate", "jury"].compactMap { name in
      call.query[name].map { (name, $0 as String?) }
    }
    return .page(
      Page(Text("Enregistrer un fait", "Record a fact"), hasTimes: false) {
        call.html(
          "p",
          Text(
            "Un fait enregistré ne se modifie ni ne s’efface : une erreur s’annule ou se corrige, et l’historique le dit.",
            "A fact that is recorded is neither changed nor removed: a mistake is annulled or corrected, and history says so."
          ))
        for group in RecordTypes.groups { html(group, kept) }
      })
  }

  private func html(_ group: RecordTypes.Group, _ kept: [(String, String?)]) -> HTML {
    let types = group.types.filter { FactForm.isTyped($0) }
    if types.isEmpty { return .nothing }
    return HTML("section") {
      call.html("h2", group.title)
      HTML("ul", class: "types") {
        for type in types {
          HTML("li") {
            call.link(
              PageLinks.address(["record", type.rawValue], kept), type.text.capitalised)
            HTML(text: " ")
            call.html("span", class: "hint", type.guide.purpose)
          }
        }
      }
    }
  }
}
