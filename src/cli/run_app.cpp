namespace lull {}
