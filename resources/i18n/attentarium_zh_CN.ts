<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Errors</name>
    <message>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 512 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beta 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beta 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its JSON is longer than 100 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header does not begin with {</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid JSON in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has the same name twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its JSON is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its metadata is not made of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor needs a dtype, a shape and data_offsets, and nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor has an unknown number type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a shape is not a list of sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor claims an impossible size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data_offsets are not two positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor&apos;s length does not fit its shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two tensors share bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are unused bytes between two tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor has another number type than needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to below %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above %1 and at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write %1: %2. What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ends too early; it was cut off. Use a complete copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged at “%2”: %3. Use an unchanged copy.</source>
        <extracomment>%2: a tensor&apos;s or key&apos;s name, %3: what is wrong</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: %2. Use an unchanged copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has bytes after its end. Use an unchanged copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lacks the tensor %2. Use a complete checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a tensor %2 that this model does not use. Use the checkpoint&apos;s own files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1, the tensor %2 is %3 but the model needs %4. Use the checkpoint&apos;s own files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2, is not UTF-8. Save the text as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no text to learn from. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 tokens; at least %3 are needed. Use a longer text or a shorter context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is empty. Type at least one word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model does not know “%1”. Use a word of its vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has %1 tokens; the model sees at most %2. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2; it must be %3.</source>
        <extracomment>%1: an option such as &quot;temperature&quot;, %3: what is accepted, such as &quot;from 1 to 100&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The width %1 cannot be split evenly among %2 heads. Choose a multiple.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model would have %1 parameters; at most %2 are allowed. Choose smaller sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model family “%1”. Use a checkpoint made by this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss stopped being a number at step %1, first in %2. Try a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already exists. Name a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formulas</name>
    <message>
        <source>scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaled scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <extracomment>attention weights</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row of %1 for each position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row of %1 for each word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1 − mean) / √(variance + ε) · γ + β</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, later words −∞</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−log probability of the word that came</source>
        <extracomment>log is the natural logarithm</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, into its position&apos;s row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ %1 over the places of the word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(u − mean(u) − x̂ · mean(u · x̂)) / √(variance + ε) with u = %1 · γ</source>
        <extracomment>u is dL/dn · gain, x̂ the input after taking away its mean and dividing by its deviation</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, 0 where hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each head&apos;s part of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · (probability − 1 for the word that came)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss does not depend on it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message>
        <source>Each word&apos;s features are shifted to mean 0 and stretched to variance 1, then scaled by a learned gain and moved by a learned bias. So the numbers keep a size that the next part can work with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> What follows turns the result into next words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Attention reads the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The feed-forward layer reads the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These numbers were learned in training. They are the same for every sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each word picks its own row of the embedding matrix. The row is all that the model knows of the word by itself: the same word gets the same row wherever it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each place in the sentence picks its own row of the position matrix. Without it the model could not tell where in the sentence a word stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row of the word and the row of its place are added, number by number. From here on every word has one row of features that says both what it is and where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every word forms a query: what it is looking for in the words before it and in itself. It is the word&apos;s row times a learned matrix, plus a bias. Each head owns some of the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every word forms a key: how it can be found by others. A word&apos;s query is compared with the keys of the words up to it, and the better they fit, the more attention it pays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every word forms a value: what it hands over to a word that attends to it. The key decides how much is taken, the value what is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query of each word is compared with the key of each word: both are multiplied number by number and added up. A large score means that they fit. Each head does this with its own features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All scores are divided by the square root of the number of features in a head. Sums of more products grow larger; the division keeps the softmax from giving everything to one word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word may not look at later words, because it is those that the model learns to predict. Their scores become minus infinity, so that the softmax gives them exactly nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The softmax turns each row of scores into shares: none is negative, and each row adds up to 1. A row says how a word divides its attention among itself and the words before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each word takes the values of the words it attends to, each times its share, and adds them up. This is where information moves from one word to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The results of all heads are laid side by side. No number changes: every word has one row again, with a stretch for each head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A learned matrix mixes what the heads found into one row of features for each word. It is what attention has to say about the word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What attention found is added to the row that came in. The row is not replaced, so nothing is lost, and the gradient has a straight way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The feed-forward layer works on each word by itself. A learned matrix spreads its features over four times as many hidden units; each unit reacts to a pattern of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU bends each number: large ones pass, very negative ones become almost 0. Without such a bend two layers could do no more than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second learned matrix brings the hidden units back to the width of a word&apos;s row. It is what the feed-forward layer has to say about the word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the feed-forward layer found is added to the row that came in. This is what the block hands on: one row of features for each word, as before, but knowing more of the words before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each word&apos;s row is compared with every word of the vocabulary: a dot product gives each of them one number. The larger the number, the more the model expects that word next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The softmax turns each row of logits into shares that add up to 1: how likely the model finds each word as the next. The row of the last word says how the sentence may go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each word we know which word really came next. Its loss is minus the logarithm of the probability that the model gave it: 0 for certainty, more the more it was surprised. After the last word nothing is known yet, so nothing counts there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The losses of all words that have a next one are averaged to one number. Training means making this number smaller. From here the way leads back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word&apos;s row gets the gradients from all places where the word was used. Rows of words that played no part have gradient 0. If the matrix also makes the logits, that part is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each position&apos;s row gets the gradient of the input at that place. Positions beyond the end of the sentence have gradient 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gain multiplied a feature of every word. So its gradient adds up, over the words, the gradient behind it times the normalised number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bias was added to every word&apos;s row, so its gradient is the sum of what arrives at all words. It says how the loss would change if the bias grew a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each weight linked one input feature with one output feature, for every word. Its gradient adds up, over the words, the input times the gradient of the output. It says how the loss would change if the weight grew a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way back starts here. If the loss grows by a little, the loss grows by just that much: the gradient is 1. Every other gradient is worked out from this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is a mean, so each word that counts has the same share in it: 1 divided by their number. The last word, which has no next one, has gradient 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient is the probability that the model gave a word, minus 1 for the word that really came, times the word&apos;s share in the mean. Going against it raises the right word and lowers the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is worked out from the logits directly, so no gradient passes through the probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row went into the LayerNorm behind it and nowhere else. Its gradient comes back through that: what would only shift or stretch the whole row is taken out, as the LayerNorm undoes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row was used twice: it went straight on to the next sum, and through a LayerNorm into the part beside it. The gradients of both ways are added up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sum passes its gradient unchanged to everything that was added. So this gradient equals the one behind the sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each hidden unit fed all output features. Its gradient adds up theirs, each times the weight that linked the two: the same matrix as on the way forward, read the other way round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient behind GELU is multiplied by the slope of GELU at this very number. Where the curve is flat, almost nothing passes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that read these features sends its gradient back through its own weights. After a LayerNorm before attention these are query, key and value: three parts, added up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each number of the heads fed all features of the output. Its gradient adds up theirs, each times the weight that linked the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient is cut into one stretch for each head, as the heads were laid side by side. No number changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word&apos;s value went to every word that attended to it. Its gradient adds up theirs, each times the share of attention that was paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This says how the loss would change if a word paid a little more attention to another. It is the gradient behind, multiplied number by number by the other word&apos;s value, and added up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of a softmax compete: raising one score takes from all others of its row. So each score gets its share times the difference between its own gradient and the row&apos;s average, weighted by the shares. Each row adds up to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the mask let a score through, its gradient passes unchanged. Hidden scores changed nothing, so their gradient is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way forward the scores were divided by the square root of the head&apos;s width. On the way back their gradients are divided by the same number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word&apos;s query made all the scores of its row. Its gradient adds up the gradients of those scores, each times the key that the query was compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word&apos;s key made all the scores of its column. Its gradient adds up the gradients of those scores, each times the query that asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input was the sum of both embeddings, so each gets the gradient of the input unchanged. From here it goes on into the row of the matrix that was picked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW moves every number against its gradient, so that the loss would fall. It divides by the gradient&apos;s usual size, so that in a first step nearly every number moves by the learning rate η.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> As this is a matrix, weight decay also pulls each number a little towards 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Biases and gains are not pulled towards 0: weight decay is for matrices only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> This is one step from zero moments, on a copy: the model itself is not changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>token embedding matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position embedding matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LayerNorm gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LayerNorm bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final LayerNorm gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final LayerNorm bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query weight matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key weight matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value weight matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>projection weight matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>projection bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden weight matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output weight matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unembedding matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LayerNorm before attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LayerNorm before feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word id %1, feature %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position %1, feature %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature %1, word id %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normalised features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <extracomment>of attention: what a word asks for</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <extracomment>of attention: what a word offers to be found by</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <extracomment>of attention: what a word hands over</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaled scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weighted values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>concatenated heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input + attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden units after GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed-forward output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input + feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logits</source>
        <extracomment>the scores of all words before the softmax</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probabilities of the next word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of each word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final normalised features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden unit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word id %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of a list: &quot;she, head 3&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attentarium::AboutBox</name>
    <message>
        <source>About Attentarium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attentarium %1

Watch a language model think and learn. Every number on the screen was computed from the model that is open, and none of it leaves this computer.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Closes the dialog.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attentarium::MainWindow</name>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attentarium::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attentarium::ModelOpening</name>
    <message>
        <source>%1 The bundled model is open instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was dropped holds no text. Drop a model folder or a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither a model nor a text. Drop a model folder or a UTF-8 text file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attentarium::PictureSaving</name>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 picture (%2)</source>
        <extracomment>%1 is PNG, SVG or PDF, %2 the pattern of file names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attentarium::ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attentarium::TopBar</name>
    <message>
        <source>small world</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 layers × %3 heads × %4</source>
        <extracomment>%1 the model family, %2 layers, %3 heads, %4 width of the model</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface in Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save or copy the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attentarium::Welcome</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A real sentence goes through a small trained language model, and you see every number on its way: what each word looks at, what comes next, and how the model learns from its mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See how it reads a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both can be changed at any time in the View menu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attentarium::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <extracomment>The menu that moves through the steps.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
