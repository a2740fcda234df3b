package dev.loper.channel.email;

/// Text of the form `format=flowed` (RFC 3676): lines that end in a space go on in the next one.
final class FlowedText {

    private FlowedText() {}

    /// Joins what was only wrapped for the way.
    ///
    /// @param deleteSpace the `DelSp` parameter: the space at the end is not part of the text
    static String unwrap(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder();
        int openDepth = -1;
        for (String line : text.split("\n", -1)) {
            int depth = depth(line);
            String words = unstuffed(line.substring(depth));
            boolean signature = words.equals("-- ");
            if (openDepth != depth || signature) {
                out.append(out.isEmpty() ? "" : "\n").append(depth == 0 ? "" : ">".repeat(depth) + " ");
            }
            boolean flows = words.endsWith(" ") && !signature;
            out.append(flows && deleteSpace ? words.substring(0, words.length() - 1) : words);
            openDepth = flows ? depth : -1;
        }
        return out.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuffed(String words) {
        return words.startsWith(" ") ? words.substring(1) : words;
    }
}
