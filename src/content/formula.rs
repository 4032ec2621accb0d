//! Arithmetic over facts: `a - b`, `( a / b ) * 100`, `days( first , last )`. Tokens are set apart by spaces, because ids
//! contain hyphens.
//!
//! `days( first , last )` counts the days from one dated fact to another, both of them counted.

use super::error::Problem;

/// The value of `formula`, each number looked up with `value_of`, each day with `day_of`, which counts it as
/// [`Date::day_number`](super::number::Date::day_number) does.
///
/// # Errors
/// A problem of which the formula is the subject, and what helps: an unknown id, a missing operand, an unclosed parenthesis, a
/// division by zero, days that run backwards.
pub fn evaluate(
    formula: &str,
    value_of: &mut dyn FnMut(&str) -> Result<f64, Problem>,
    day_of: &dyn Fn(&str) -> Result<u32, Problem>,
) -> Result<f64, Problem> {
    let tokens: Vec<&str> = formula.split_whitespace().collect();
    let mut parser = Parser { tokens: &tokens, at: 0, value_of, day_of };
    let value = parser.sum(0)?;
    match parser.peek() {
        None if value.is_finite() => Ok(value),
        None => Err(("has a result that is too large", "correct it so that the result is smaller").into()),
        Some(token) => {
            Err((format!("has `{token}` where an operator is expected"), "write `+`, `-`, `*` or `/` there, with spaces around it").into())
        }
    }
}

/// What helps where a value is missing.
const VALUE: &str = "write the id of a fact or a number there";

/// Nesting beyond this is a slip, and would otherwise exhaust the stack.
const DEEPEST: usize = 16;

struct Parser<'a> {
    tokens: &'a [&'a str],
    at: usize,
    value_of: &'a mut dyn FnMut(&str) -> Result<f64, Problem>,
    day_of: &'a dyn Fn(&str) -> Result<u32, Problem>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.tokens.get(self.at).copied()
    }

    fn next(&mut self) -> Option<&'a str> {
        let token = self.peek();
        self.at += 1;
        token
    }

    fn sum(&mut self, depth: usize) -> Result<f64, Problem> {
        let mut value = self.product(depth)?;
        while let Some(sign @ ("+" | "-")) = self.peek() {
            self.at += 1;
            let right = self.product(depth)?;
            value = if sign == "+" { value + right } else { value - right };
        }
        Ok(value)
    }

    fn product(&mut self, depth: usize) -> Result<f64, Problem> {
        let mut value = self.operand(depth)?;
        while let Some(sign @ ("*" | "/")) = self.peek() {
            self.at += 1;
            let right = self.operand(depth)?;
            if sign == "/" && right == 0.0 {
                return Err(("divides by zero", "divide by a fact that cannot be zero").into());
            }
            value = if sign == "*" { value * right } else { value / right };
        }
        Ok(value)
    }

    fn operand(&mut self, depth: usize) -> Result<f64, Problem> {
        match self.next() {
            None => Err(("ends where a value is expected", VALUE).into()),
            Some("(") if depth >= DEEPEST => Err(("has parentheses nested too deeply", "give a part of it to a fact of its own").into()),
            Some("(") => {
                let value = self.sum(depth + 1)?;
                match self.next() {
                    Some(")") => Ok(value),
                    _ => Err(("has a `(` without its `)`", "add the `)`, with a space before it").into()),
                }
            }
            Some("days(") => self.days(),
            Some(token @ (")" | "+" | "-" | "*" | "/" | ",")) => Err((format!("has `{token}` where a value is expected"), VALUE).into()),
            Some(token) => match token.parse::<f64>() {
                Ok(number) if number.is_finite() => Ok(number),
                _ => (self.value_of)(token),
            },
        }
    }

    /// What stands between `days(` and its `)`.
    fn days(&mut self) -> Result<f64, Problem> {
        let (first, comma, last, end) = (self.next(), self.next(), self.next(), self.next());
        let (Some(first), Some(","), Some(last), Some(")")) = (first, comma, last, end) else {
            return Err((
                "has a `days(` that is not followed by `first , last )`",
                "write `days( first , last )` with the ids of two dated facts",
            )
                .into());
        };
        let (from, to) = ((self.day_of)(first)?, (self.day_of)(last)?);
        let between = to.checked_sub(from).ok_or_else(|| {
            Problem::from((format!("counts days from `{first}`, which is later, to `{last}`"), "name the earlier fact first"))
        })?;
        Ok(f64::from(between) + 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn eval(formula: &str) -> Result<f64, Problem> {
        let mut value_of = |id: &str| match id {
            "troops-all" => Ok(2500.0),
            "troops-others" => Ok(650.0),
            "none" => Ok(0.0),
            _ => Err((format!("unknown id `{id}`"), "correct it").into()),
        };
        evaluate(formula, &mut value_of, &|id| match id {
            "came" => Ok(6),
            "left" => Ok(19),
            _ => Err((format!("unknown day `{id}`"), "correct it").into()),
        })
    }

    #[test]
    fn a_remainder_and_its_share() {
        assert_eq!(eval("troops-all - troops-others"), Ok(1850.0));
        assert_eq!(eval("( troops-all - troops-others ) / troops-all * 100"), Ok(74.0));
    }

    #[test]
    fn products_bind_tighter_and_subtraction_runs_from_the_left() {
        assert_eq!(eval("10 - 2 * 3 - 1"), Ok(3.0));
    }

    #[test]
    fn days_are_counted_with_the_first_and_the_last() {
        assert_eq!(eval("days( came , left )"), Ok(14.0));
        assert_eq!(eval("days( came , came )"), Ok(1.0));
        assert_eq!(eval("2 * ( days( came , left ) - 1 )"), Ok(26.0));
    }

    #[test]
    fn faults_are_named() {
        for (formula, said) in [
            ("troops-all -", "ends where"),
            ("troops-none + 1", "unknown id `troops-none`"),
            ("( 1 + 2", "without its"),
            ("1 2", "has `2` where an operator"),
            ("1 / none", "divides by zero"),
            ("", "ends where"),
            ("* 2", "has `*`"),
            ("inf + 1", "unknown id `inf`"),
            ("days( left , came )", "from `left`, which is later"),
            ("days( came , gone )", "unknown day `gone`"),
            ("days( came )", "not followed by"),
            ("days( came left )", "not followed by"),
            ("days( came , left", "not followed by"),
            ("1 , 2", "has `,` where an operator"),
            (", 2", "has `,`"),
        ] {
            let error = eval(formula).expect_err(formula);
            assert!(error.what.contains(said), "{formula}: {error}");
            assert!(!error.help.is_empty(), "{formula}");
        }
    }

    #[test]
    fn nesting_has_an_end() {
        let nested = |deep| eval(&["( ".repeat(deep), "1".into(), " )".repeat(deep)].concat());
        assert_eq!(nested(DEEPEST), Ok(1.0));
        assert!(nested(DEEPEST + 1).is_err_and(|error| error.what.contains("too deeply")));
        assert!(nested(100_000).is_err());
    }
}
