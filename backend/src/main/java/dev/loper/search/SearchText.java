package dev.loper.search;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Query;

/// What counts as a word, in what was said as in what is looked for.
///
/// Words are cut by Unicode's rules (UAX #29), without regard to case and accents. Endings stay: customers write in many
/// languages, often several, and whoever looks for “bestel” finds “bestelling” by its beginning.
final class SearchText extends Analyzer {

    private static final int FLAGS = SimpleQueryParser.PHRASE_OPERATOR | SimpleQueryParser.NOT_OPERATOR
            | SimpleQueryParser.PREFIX_OPERATOR | SimpleQueryParser.WHITESPACE_OPERATOR;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, folded(words));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return folded(in);
    }

    private static TokenStream folded(TokenStream words) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(words));
    }

    /// What a person typed, as a query of one field. Whatever they type is one.
    Query query(String field, String typed) {
        SimpleQueryParser parser = new SimpleQueryParser(this, Map.of(field, 1f), FLAGS);
        parser.setDefaultOperator(BooleanClause.Occur.MUST);
        return parser.parse(begun(typed.strip()));
    }

    /// The last word may not be finished yet.
    private static String begun(String typed) {
        return typed.isEmpty() || !Character.isLetterOrDigit(typed.charAt(typed.length() - 1)) || inQuotes(typed)
                ? typed
                : typed + "*";
    }

    private static boolean inQuotes(String typed) {
        return typed.chars().filter(c -> c == '"').count() % 2 == 1;
    }
}
