/// Sets of numbers from 0 that are joined (union and find, with path halving and union by size).
struct DisjointSets {
  private var parents: [Int]
  private var sizes: [Int]

  init(count: Int) {
    parents = Array(0..<count)
    sizes = Array(repeating: 1, count: count)
  }

  /// The number that stands for the set.
  mutating func root(of number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (root(of: left), root(of: right))
    if left == right { return }
    let isLeftLarger = sizes[left] >= sizes[right]
    let (larger, smaller) = isLeftLarger ? (left, right) : (right, left)
    parents[smaller] = larger
    sizes[larger] += sizes[smaller]
  }
}
