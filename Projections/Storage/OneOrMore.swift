/// A list that mostly has one element, which it keeps in place; the others are in an array.
///
/// For an element with a text it takes 8 bytes more than the element. An array of one takes 8, and
/// 48 on the heap beside it.
package struct OneOrMore<Element: Sendable>: Sendable {
  private var head: Element?
  private var others: [Element] = []

  package init() {}
}

extension OneOrMore: RandomAccessCollection, MutableCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { head == nil ? 0 : 1 + others.count }

  package subscript(index: Int) -> Element {
    get {
      if index == 0, let head { return head }
      return others[index - 1]
    }
    set {
      if index == 0 { head = newValue } else { others[index - 1] = newValue }
    }
  }

  package mutating func append(_ element: Element) {
    if head == nil { head = element } else { others.append(element) }
  }
}
