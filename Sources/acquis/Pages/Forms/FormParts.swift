internal import Access
internal import AcquisLedger
internal import Documents
internal import Events

/// What every form that records has beside its fields.
struct FormParts {
  let call: PageCall

  init(_ call: PageCall) { self.call = call }

  /// The day of the fact.
  static func day(_ isNew: Bool) -> FormField {
    FormField(
      name: "occurredOn", Text("Date du fait", "Day of the fact"),
      hint: isNew
        ? Text(
          "JJ/MM/AAAA, ou « hier » ; vide : aujourd’hui",
          "YYYY-MM-DD, or “yesterday”; empty: today")
        : Text("vide : celle de l’entrée", "empty: the entry's"))
  }

  static let reason = Text("Motif", "Reason")

  /// What a trial says.
  func told(_ lines: [Text]) -> HTML {
    if lines.isEmpty { return .nothing }
    return HTML("div", class: "told", ["role": "status", "id": "told"]) {
      for line in lines { HTML("p") { Sentences(call).linked(call.say(line)) } }
    }
  }

  /// Reasons, waivers and confirmations.
  func further(
    _ html: FieldHTML, needsReason: Bool, isUnconfirmed: Bool, hasHomonym: Bool
  ) -> HTML {
    let reason = FormField(
      name: "reason", Self.reason,
      hint: needsReason
        ? nil : Text("d’une dérogation, ou une remarque", "of a waiver, or a remark"),
      isRequired: needsReason, .paragraph)
    let waive = FormField(
      name: "waive", Text("Déroger à la règle", "Waive the rule"),
      hint: Text("comme R02 ; il faut un motif", "as R02; a reason is needed"))
    let mayWaive = call.grant.may(.waive)
    let isOpen = ["reason", "waive"].contains { !html.values[$0].isEmpty }
    return HTML.joined([
      needsReason
        ? html.html(reason)
        : HTML("details", ["open": isOpen ? "open" : nil]) {
          call.html(
            "summary",
            mayWaive ? Text("Motif, dérogation", "Reason, waiver") : Text("Motif", "Reason"))
          html.html(reason)
          if mayWaive { html.html(waive) }
        },
      isUnconfirmed
        ? checkbox(
          "yes", html,
          Text(
            "Continuer, même si d’autres entrées reposent sur celle-ci",
            "Go on, although other entries rest on this one")) : .nothing,
      hasHomonym
        ? checkbox(
          "distinct", html,
          Text(
            "C’est bien une autre personne", "This is a different person")) : .nothing,
    ])
  }

  func checkbox(_ name: String, _ html: FieldHTML, _ text: Text) -> HTML {
    HTML("label", class: "choice") {
      HTML(
        "input",
        [
          "type": "checkbox", "name": name, "value": "yes",
          "checked": html.values[name] == "yes" ? "checked" : nil,
        ])
      HTML(text: " \(call.say(text))")
    }
  }

  /// To try against the rules, and to record. Enter in a field tries.
  var buttons: HTML {
    HTML("div", class: "buttons") {
      HTML("input", ["type": "hidden", "name": "once", "value": (try? Sessions.random()) ?? ""])
      call.html(
        "button", ["name": "act", "value": "try"],
        Text("Essayer, sans rien enregistrer", "Try, and record nothing"))
      HTML(text: " ")
      call.html(
        "button", class: "main", ["name": "act", "value": "record"],
        Text("Enregistrer", "Record"))
    }
  }
}
