//! Cuts what words a panic out of a module. The page's program sets no panic hook, so nobody would see the words: with them or
//! without, a panic ends in a trap. Messages, places in the source and the code that formats them are a seventh of a program.

use std::collections::HashSet;

use rustc_demangle::demangle;
use walrus::{
    Function, FunctionId, FunctionKind, GlobalId, LocalFunction, LocalId, Module,
    ir::{BinaryOp, Instr, InstrLocId, InstrSeq, InstrSeqId, Unreachable, Visitor, dfs_in_order},
};

/// How the names of functions begin that do nothing but panic.
const PANICS: &[&str] = &[
    "__rustc::rust_begin_unwind",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "std::thread::local::panic_access_error",
    "wasm_bindgen::throw_str",
];

type Instrs = [(Instr, InstrLocId)];

/// Makes each function of `module` that only panics trap at once, and each call of one, with what prepares it. Gives one of
/// those functions, if there are any.
pub(crate) fn cut(module: &mut Module) -> Option<FunctionId> {
    let panicking = panicking(module);
    for (id, function) in module.funcs.iter_local_mut() {
        if panicking.contains(&id) {
            let entry = function.entry_block();
            function.block_mut(entry).instrs = vec![trap()];
        } else {
            trap_at_calls(function, &panicking);
        }
    }
    module.funcs.iter_local().map(|(id, _)| id).find(|id| panicking.contains(id))
}

fn trap() -> (Instr, InstrLocId) {
    (Unreachable {}.into(), InstrLocId::default())
}

/// The functions that do nothing but panic: by their names, or because they only call such a function.
fn panicking(module: &Module) -> HashSet<FunctionId> {
    let is_named = |f: &&Function| {
        let name = f.name.as_deref().map(|name| format!("{:#}", demangle(name))).unwrap_or_default();
        PANICS.iter().any(|panic| name.starts_with(panic))
    };
    // What panics gives nothing back.
    let gives_nothing = |f: &&Function| module.types.get(f.ty()).results().is_empty() && matches!(f.kind, FunctionKind::Local(_));
    let mut all: HashSet<_> = module.funcs.iter().filter(is_named).filter(gives_nothing).map(Function::id).collect();
    loop {
        let only_panics = |(id, f): &(FunctionId, &LocalFunction)| {
            let instrs = &f.block(f.entry_block()).instrs;
            !all.contains(id) && panic_in(instrs, &all).is_some_and(|at| harmless_before(instrs, at, &Frame::of(f)) == 0)
        };
        let more: Vec<_> = module.funcs.iter_local().filter(only_panics).map(|(id, _)| id).collect();
        if more.is_empty() {
            return all;
        }
        all.extend(more);
    }
}

/// Where a sequence of instructions first calls one of `panicking`.
fn panic_in(instrs: &Instrs, panicking: &HashSet<FunctionId>) -> Option<usize> {
    instrs.iter().position(|(instr, _)| matches!(instr, Instr::Call(call) if panicking.contains(&call.func)))
}

/// Traps in place of each call of one of `panicking`.
fn trap_at_calls(function: &mut LocalFunction, panicking: &HashSet<FunctionId>) {
    let frame = Frame::of(function);
    let mut sequences = Sequences::default();
    dfs_in_order(&mut sequences, function, function.entry_block());
    for id in sequences.0 {
        let instrs = &mut function.block_mut(id).instrs;
        if let Some(at) = panic_in(instrs, panicking) {
            instrs.truncate(harmless_before(instrs, at, &frame));
            instrs.push(trap());
        }
    }
}

/// All sequences of instructions of a function.
#[derive(Default)]
struct Sequences(Vec<InstrSeqId>);

impl<'a> Visitor<'a> for Sequences {
    fn start_instr_seq(&mut self, sequence: &'a InstrSeq) {
        self.0.push(sequence.id());
    }
}

/// The part of the memory that a function has to itself while it runs.
struct Frame {
    pointer: Option<LocalId>,
    global: Option<GlobalId>,
}

impl Frame {
    /// The frame of a function as LLVM makes it: the stack pointer is lowered and kept in a local.
    fn of(function: &LocalFunction) -> Self {
        let instrs = &function.block(function.entry_block()).instrs;
        let made = instrs.windows(4).take(4).find_map(|window| match window {
            [(Instr::GlobalGet(stack), _), (Instr::Const(_), _), (Instr::Binop(minus), _), (Instr::LocalTee(local), _)]
                if matches!(minus.op, BinaryOp::I32Sub) =>
            {
                Some((local.local, stack.global))
            }
            _ => None,
        });
        Self { pointer: made.map(|m| m.0), global: made.map(|m| m.1) }
    }
}

/// Where the instructions before `end` begin that nothing outlives once a panic follows: they compute, or write into the
/// frame.
fn harmless_before(instrs: &Instrs, end: usize, frame: &Frame) -> usize {
    let mut at = end;
    while let Some(before) = at.checked_sub(1) {
        match &instrs[before].0 {
            Instr::Const(_) | Instr::LocalGet(_) | Instr::LocalSet(_) | Instr::LocalTee(_) | Instr::GlobalGet(_) => at = before,
            Instr::Binop(_) | Instr::Unop(_) | Instr::Load(_) | Instr::Select(_) | Instr::Drop(_) => at = before,
            Instr::GlobalSet(set) if Some(set.global) == frame.global => at = before,
            Instr::Store(_) => match operand(instrs, before).and_then(|value| value.checked_sub(1)) {
                Some(address) if matches!(&instrs[address].0, Instr::LocalGet(get) if Some(get.local) == frame.pointer) => at = address,
                _ => break,
            },
            _ => break,
        }
    }
    at
}

/// Where the instructions begin that give the one value on top before `end`, if they only compute.
fn operand(instrs: &Instrs, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    match &instrs[last].0 {
        Instr::Const(_) | Instr::LocalGet(_) | Instr::GlobalGet(_) => Some(last),
        Instr::Unop(_) | Instr::Load(_) | Instr::LocalTee(_) => operand(instrs, last),
        Instr::Binop(_) => operand(instrs, operand(instrs, last)?),
        Instr::Select(_) => operand(instrs, operand(instrs, operand(instrs, last)?)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use walrus::{
        FunctionBuilder, ValType,
        ir::{MemArg, StoreKind},
    };

    use super::*;

    const WORD: MemArg = MemArg { align: 4, offset: 0 };

    /// A module with a panic, a function that only calls it, and one that writes into its frame (`true`) or elsewhere before,
    /// where a condition holds; and that one.
    fn module(into_frame: bool) -> (Module, FunctionId) {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let zero = walrus::ConstExpr::Value(walrus::ir::Value::I32(0));
        let stack = module.globals.add_local(ValType::I32, true, false, zero);
        let mut panic = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        panic.name("_RNvNtCs4NIexwV1FGX_4core9panicking9panic_fmt".to_owned()).func_body().unreachable();
        let message = module.locals.add(ValType::I32);
        let panic = panic.finish(vec![message], &mut module.funcs);
        let mut only_panics = FunctionBuilder::new(&mut module.types, &[], &[]);
        only_panics.name("cold".to_owned()).func_body().i32_const(7).call(panic).unreachable();
        let cold = only_panics.finish(vec![], &mut module.funcs);
        let (frame, given) = (module.locals.add(ValType::I32), module.locals.add(ValType::I32));
        let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        let mut body = function.func_body();
        body.global_get(stack).i32_const(16).binop(BinaryOp::I32Sub).local_tee(frame).global_set(stack);
        body.block(None, |block| {
            let out = block.id();
            block.local_get(given).br_if(out);
            block.local_get(if into_frame { frame } else { given }).i32_const(5).store(memory, StoreKind::I32 { atomic: false }, WORD);
            block.call(cold).unreachable();
        });
        let function = function.finish(vec![given], &mut module.funcs);
        module.exports.add("function", function);
        (module, function)
    }

    fn instructions(module: &Module, function: FunctionId) -> Vec<String> {
        let function = module.funcs.get(function).kind.unwrap_local();
        let mut sequences = Sequences::default();
        dfs_in_order(&mut sequences, function, function.entry_block());
        let name = |instr: &Instr| format!("{instr:?}").split(['(', ' ']).next().unwrap_or_default().to_owned();
        sequences.0.into_iter().flat_map(|id| function.block(id).instrs.iter().map(|(instr, _)| name(instr)).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn a_panic_and_what_prepares_it_become_a_trap() {
        let (mut module, function) = module(true);
        let trapping = cut(&mut module).unwrap();
        assert_eq!(instructions(&module, trapping), ["Unreachable"]);
        let left = ["GlobalGet", "Const", "Binop", "LocalTee", "GlobalSet", "Block", "LocalGet", "BrIf", "Unreachable"];
        assert_eq!(instructions(&module, function), left);
        Module::from_buffer(&module.emit_wasm()).unwrap();
    }

    /// Other parts of the program go on after the trap.
    #[test]
    fn what_is_written_for_others_stays() {
        let (mut module, function) = module(false);
        cut(&mut module);
        assert!(instructions(&module, function).ends_with(&["LocalGet", "Const", "Store", "Unreachable"].map(str::to_owned)));
        Module::from_buffer(&module.emit_wasm()).unwrap();
    }

    #[test]
    fn a_module_that_never_panics_stays() {
        assert_eq!(cut(&mut Module::default()), None);
    }
}
