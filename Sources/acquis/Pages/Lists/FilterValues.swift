internal import AcquisLedger
internal import Documents
internal import Events
internal import HTTP
internal import Projections

/// The filters of a list, as they were typed: read, and shown again in their form.
struct FilterValues {
  private let call: PageCall
  private let parameters: [Parameter]
  private var typed: [String: String] = [:]
  /// The command's options of what was typed.
  private(set) var options: [String] = []
  /// What is wrong, by parameter.
  private(set) var problems: [String: Text] = [:]
  /// Why the command does not answer these filters.
  var failure: Text?

  /// - Parameter usual: the values of parameters that the address does not name.
  init(_ call: PageCall, _ parameters: [Parameter], usual: [String: String] = [:]) {
    self.call = call
    self.parameters = parameters
    for parameter in parameters {
      guard
        let value = (call.query[parameter.name] ?? usual[parameter.name]).map(FormValues.trimmed),
        !value.isEmpty
      else {
        continue
      }
      typed[parameter.name] = value
      do throws(ProblemDetails) {
        options += try parameter.words(Self.exact(value, parameter.kind))
      } catch {
        problems[parameter.name] = Self.expected(parameter.kind)
      }
    }
  }

  var status: Int { problems.isEmpty && failure == nil ? 200 : 400 }

  /// A day as people type it, as the command reads it; anything else as it is.
  private static func exact(_ text: String, _ kind: Parameter.Kind) -> String {
    guard case .day = kind else { return text }
    return (try? CalendarDate(typed: text, today: Ledger.today))?.description ?? text
  }

  private static func expected(_ kind: Parameter.Kind) -> Text {
    switch kind {
    case .day, .month: CalendarDate.typedForms
    case .number(let range):
      Text(
        "un nombre entier est attendu, à partir de \(range.lowerBound)",
        "expected a whole number from \(range.lowerBound)")
    case .subject:
      Text(
        "un sujet est attendu, comme `candidacy:D-2021-004`",
        "expected a subject, as `candidacy:D-2021-004`")
    case .knowledge, .word, .id, .text, .flag:
      Text("ce n’est pas une valeur de ce champ", "this is no value of this field")
    }
  }

  // MARK: The form

  /// - Parameter action: the list's path.
  func form(action: String) -> HTML {
    if parameters.isEmpty { return .nothing }
    return HTML("form", class: "filters", ["method": "get", "action": action]) {
      HTML("input", ["type": "hidden", "name": "on", "value": call.times.on?.description])
      HTML("input", ["type": "hidden", "name": "known", "value": call.times.known?.description])
      for parameter in parameters { field(parameter) }
      HTML("div", class: "buttons") { call.html("button", Text("Filtrer", "Filter")) }
    }
  }

  private func field(_ parameter: Parameter) -> HTML {
    let (id, value) = ("filter-\(parameter.name)", typed[parameter.name])
    let problem = problems[parameter.name]
    let described = problem == nil ? nil : "\(id)-problem"
    return HTML("div", class: "field") {
      call.html("label", ["for": id], FilterWords.label(parameter.name))
      switch parameter.kind {
      case .word(let words):
        HTML("select", ["name": parameter.name, "id": id, "aria-describedby": described]) {
          call.html("option", ["value": ""], Text("tous", "all"))
          for word in words {
            call.html(
              "option", ["value": word, "selected": word == value ? "selected" : nil],
              FilterWords.text(word, of: parameter.name))
          }
        }
      case .flag:
        HTML("select", ["name": parameter.name, "id": id]) {
          call.html("option", ["value": ""], Text("non", "no"))
          call.html(
            "option", ["value": "true", "selected": value == "true" ? "selected" : nil],
            Text("oui", "yes"))
        }
      case .day, .knowledge, .number, .id, .subject, .text, .month:
        HTML(
          "input",
          [
            "type": "text", "name": parameter.name, "id": id, "value": value,
            "autocomplete": "off", "aria-describedby": described,
            "aria-invalid": problem == nil ? nil : "true",
          ])
      }
      if let problem { call.html("p", class: "problem", ["id": "\(id)-problem"], problem) }
    }
  }
}

/// The words of filters, as people read them.
enum FilterWords {
  static func label(_ parameter: String) -> Text {
    labels[parameter] ?? Text(verbatim: parameter)
  }

  private static let labels = [
    "status": Text("État", "Status"), "certification": Text("Certification", "Certification"),
    "pathway": Text("Voie", "Pathway"), "missing": Text("Bloc manquant", "Block missing"),
    "closingWithin": Text("Délai clos d’ici (jours)", "Window closes within (days)"),
    "declaration": Text("Déclaration", "Declaration"), "state": Text("Délai", "Window"),
    "toReview": Text("À revoir", "To review"), "within": Text("D’ici (jours)", "Within (days)"),
    "past": Text("En retard", "Late"),
    "from": Text("À partir de", "From"), "to": Text("Jusqu’à", "To"),
    "number": Text("Numéro", "Number"), "rule": Text("Règle", "Rule"),
    "type": Text("Type", "Type"), "subject": Text("Sujet", "Subject"),
    "recordedOn": Text("Enregistré le", "Recorded on"), "by": Text("Par", "By"),
  ]

  static func text(_ word: String, of parameter: String) -> Text {
    let found: Text? =
      switch parameter {
      case "status": CandidacyStatus(rawValue: word)?.text
      case "pathway": Pathway(rawValue: word)?.text
      case "state": CompletionWindow.Status(rawValue: word)?.text
      case "type": EventType(rawValue: word)?.text
      case "declaration": declarations[word]
      default: nil
      }
    return found ?? Text(verbatim: word)
  }

  private static let declarations = [
    "none": Text("due, pas déposée", "owed, not deposited"),
    "deposited": Text("déposée", "deposited"), "accepted": Text("acceptée", "accepted"),
    "rejected": Text("rejetée", "rejected"), "late": Text("en retard", "late"),
    "incomplete": Text("identité incomplète", "identity incomplete"),
  ]
}
