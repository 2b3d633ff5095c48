internal import Events

extension Output {
  /// Writes a JSON object on one line with a long list in its middle, element by element, so that the list
  /// need not be in memory as JSON.
  ///
  /// - Parameters:
  ///   - members: before the list.
  ///   - name: the list's.
  ///   - rest: after the list.
  func answer(
    _ members: [JSONMember], _ name: String, _ list: some Sequence<JSONValue>,
    _ rest: [JSONMember]
  ) throws(Failure) {
    // The same text as that of the whole object: an object's text is its members' in their order.
    let whole = JSONValue.object(members + [JSONMember(name, .list([]))] + rest).description
    let end = JSONValue.object(rest).description.dropFirst()
    let tail = "]" + (rest.isEmpty ? "" : ",") + end
    try bytes(Array(Shown.lines(String(whole.dropLast(tail.count))).utf8))
    for (index, element) in list.enumerated() {
      try bytes(Array((index == 0 ? "" : ",").utf8) + Shown.lines(element.description).utf8)
    }
    try line(tail)
  }
}
