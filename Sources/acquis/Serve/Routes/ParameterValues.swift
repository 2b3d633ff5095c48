internal import HTTP

/// The values of a request's query, each of a parameter that its route has, at most once.
struct ParameterValues {
  private let route: Route
  private var values: [String: String] = [:]

  /// - Throws: ``ProblemDetails``, 400, for a parameter that the route does not have, is given twice, or is required
  ///   and missing, and for a query that cannot be read.
  init(_ request: HTTPRequest, _ route: Route) throws(ProblemDetails) {
    self.route = route
    let items: QueryItems
    do throws(QueryFailure) { items = try QueryItems(request.query) } catch {
      throw .wrong("the query cannot be read: a percent sign, or text that is not UTF-8")
    }
    for item in items.items {
      guard route.allParameters.contains(where: { $0.name == item.name }) else {
        let known = route.allParameters.map(\.name).joined(separator: ", ")
        throw .wrong("the query: a parameter that is not one of: \(known)")
      }
      guard values.updateValue(item.value, forKey: item.name) == nil else {
        throw .wrong(item.name, "given twice")
      }
    }
    for parameter in route.parameters where parameter.isRequired && values[parameter.name] == nil {
      throw .wrong(parameter.name, "missing")
    }
    // Every one is checked, those that are taken apart too.
    for parameter in route.allParameters {
      if let value = values[parameter.name] { _ = try parameter.words(value) }
    }
  }

  /// The value of a parameter that no option of the command is; not among the ``words()`` then.
  mutating func take(_ name: String) -> String? { values.removeValue(forKey: name) }

  /// The options of the others, in the order in which the route declares them.
  func words() throws(ProblemDetails) -> [String] {
    var words: [String] = []
    for parameter in route.parameters {
      if let value = values[parameter.name] { words += try parameter.words(value) }
    }
    return words
  }
}

extension Route {
  /// Its parameters, with the language where it answers in one.
  var allParameters: [Parameter] {
    switch answer {
    case .list, .oneOrDocument:
      parameters.contains { $0.name == "lang" } ? parameters : parameters + [.language]
    case .one, .document: parameters
    }
  }
}
