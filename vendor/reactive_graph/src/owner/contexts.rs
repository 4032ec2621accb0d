use std::any::{Any, TypeId};

type Value = Box<dyn Any + Send + Sync>;

/// The contexts of an owner by their types: a few, in which a linear search is quick and needs little code.
#[derive(Debug, Default)]
pub(crate) struct Contexts(Vec<(TypeId, Value)>);

impl Contexts {
    pub fn insert(&mut self, ty: TypeId, value: Value) -> Option<Value> {
        let before = self.remove(&ty);
        self.0.push((ty, value));
        before
    }

    pub fn remove(&mut self, ty: &TypeId) -> Option<Value> {
        let index = self.0.iter().position(|(other, _)| other == ty)?;
        Some(self.0.swap_remove(index).1)
    }

    pub fn get(&self, ty: &TypeId) -> Option<&Value> {
        self.0.iter().find(|(other, _)| other == ty).map(|(_, value)| value)
    }

    pub fn get_mut(&mut self, ty: &TypeId) -> Option<&mut Value> {
        self.0.iter_mut().find(|(other, _)| other == ty).map(|(_, value)| value)
    }
}
