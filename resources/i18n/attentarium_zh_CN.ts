<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Arithmetic</name>
    <message>
        <source>… and %1 more</source>
        <extracomment>a link that lists the rest of a sum</extracomment>
        <translation>……还有 %1 项</translation>
    </message>
    <message>
        <source>The mask hid this score, so nothing passes back: 0.</source>
        <translation>掩码遮住了这个分数，所以没有梯度传回：0。</translation>
    </message>
    <message>
        <source>The same number as %1:</source>
        <translation>与 %1 是同一个数：</translation>
    </message>
    <message>
        <source>x = %1, and Φ(x) = %2 of a bell curve lies below x.</source>
        <extracomment>Φ is the share of a normal distribution below x</extracomment>
        <translation>x = %1；钟形曲线在 x 以下的部分占 Φ(x) = %2。</translation>
    </message>
    <message>
        <source>A later word may not be looked at. The score %1 is replaced by −∞, so that the softmax gives it exactly 0.</source>
        <translation>不能看后面的词。分数 %1 换成 −∞，softmax 就会恰好给它 0。</translation>
    </message>
    <message>
        <source>Nothing computed it: it was learned in training.</source>
        <translation>它不是算出来的，而是在训练中学到的。</translation>
    </message>
    <message>
        <source>The way back starts here: the loss changes by as much as itself, so dL/dL = 1.</source>
        <translation>反向从这里开始：损失变多少，损失自己就变多少，所以 dL/dL = 1。</translation>
    </message>
    <message>
        <source>After the last word no next word is known, so nothing counts here: 0.</source>
        <translation>最后一个词之后还没有下一个词，所以这里不计损失：0。</translation>
    </message>
    <message>
        <source>Nothing in this sentence used it, so the sum is 0.</source>
        <translation>这个句子没有用到它，所以总和是 0。</translation>
    </message>
    <message>
        <source>gradient of %1</source>
        <translation>%1 的梯度</translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation>总和 %1</translation>
    </message>
    <message>
        <source>The mask made this score −∞, and e to the power −∞ is 0.</source>
        <translation>掩码把这个分数变成了 −∞，而 e 的 −∞ 次方是 0。</translation>
    </message>
    <message>
        <source>x = %1, the largest of the row is %2.</source>
        <translation>x = %1，这一行最大的是 %2。</translation>
    </message>
    <message>
        <source>Σ %1</source>
        <translation>Σ %1</translation>
    </message>
    <message>
        <source>mean of the row</source>
        <translation>这一行的平均值</translation>
    </message>
    <message>
        <source>variance of the row</source>
        <translation>这一行的方差</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>gain γ</source>
        <translation>增益 γ</translation>
    </message>
    <message>
        <source>bias β</source>
        <translation>偏置 β</translation>
    </message>
    <message>
        <source>logit of “%1”</source>
        <translation>“%1”的未归一化分数 (logit)</translation>
    </message>
    <message>
        <source>probability of “%1”</source>
        <translation>“%1”的概率</translation>
    </message>
    <message>
        <source>which is −log %1.</source>
        <translation>也就是 −log %1。</translation>
    </message>
    <message>
        <source>through %1</source>
        <translation>经过%1</translation>
    </message>
    <message>
        <source>The loss does not depend on this number.</source>
        <translation>损失与这个数无关。</translation>
    </message>
    <message>
        <source>together %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>clipped, × %1</source>
        <translation>裁剪后，× %1</translation>
    </message>
    <message>
        <source>learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>weight decay λ</source>
        <translation>权重衰减 λ</translation>
    </message>
    <message>
        <source>changed by %1</source>
        <extracomment>after a change: by how much</extracomment>
        <translation>变化 %1</translation>
    </message>
    <message>
        <source>One step from zero moments, on a copy: the model itself is not changed.</source>
        <translation>这是在副本上、一阶矩和二阶矩都从 0 开始的一步：模型本身没有改变。</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左边</translation>
    </message>
    <message>
        <source>left value</source>
        <translation>左边的值</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右边</translation>
    </message>
    <message>
        <source>right value</source>
        <translation>右边的值</translation>
    </message>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>x = %1 is above 0, so it passes as it is.</source>
        <translation>x = %1 大于 0，所以原样通过。</translation>
    </message>
    <message>
        <source>x = %1 is not above 0, so it becomes 0.</source>
        <translation>x = %1 不大于 0，所以变成 0。</translation>
    </message>
    <message>
        <source>The score is %1, so the model believes with σ = %2 that this word came.</source>
        <translation>分数是 %1，所以模型认为这个词真正出现的可能为 σ = %2。</translation>
    </message>
    <message>
        <source>Nothing computed it: it is a fixed number.</source>
        <translation>它不是计算出来的，而是一个固定的数。</translation>
    </message>
    <message>
        <source>Before the first word there is nothing to remember, so everything is 0.</source>
        <translation>第一个词之前没有什么可记的，所以全是 0。</translation>
    </message>
    <message>
        <source>This word does not count, so its loss is 0.</source>
        <translation>这个词不计入，所以它的损失是 0。</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>mean of all logits</source>
        <translation>所有 logits 的平均值</translation>
    </message>
    <message>
        <source>label smoothing ε</source>
        <translation>标签平滑 ε</translation>
    </message>
    <message>
        <source>penalty, added to it</source>
        <translation>加上的惩罚项</translation>
    </message>
    <message>
        <source>You changed it, so nothing before it counts, and no gradient passes on from it to what it would have come from.</source>
        <translation>这个数是你改的，所以它之前的一切都不起作用，也没有梯度从它传到它本来的来源。</translation>
    </message>
    <message>
        <source>You hid this pair. The score %1 is replaced by −∞, so that the softmax gives it exactly 0.</source>
        <translation>这一对是你遮住的。分数 %1 换成了 −∞，于是 softmax 给它的正好是 0。</translation>
    </message>
</context>
<context>
    <name>BundledTitles</name>
    <message>
        <source>small world, GPT</source>
        <translation>小世界，GPT</translation>
    </message>
    <message>
        <source>small world, RNN</source>
        <translation>小世界，RNN</translation>
    </message>
    <message>
        <source>small world, LSTM</source>
        <translation>小世界，LSTM</translation>
    </message>
    <message>
        <source>small world, GRU</source>
        <translation>小世界，GRU</translation>
    </message>
    <message>
        <source>small world, no positions</source>
        <translation>小世界，无位置编码</translation>
    </message>
    <message>
        <source>small world, learned positions</source>
        <translation>小世界，学习到的位置编码</translation>
    </message>
    <message>
        <source>small world, sinusoidal positions</source>
        <translation>小世界，正弦位置编码</translation>
    </message>
    <message>
        <source>small world, rotary positions</source>
        <translation>小世界，旋转位置编码</translation>
    </message>
    <message>
        <source>small world, ALiBi</source>
        <translation>小世界，ALiBi</translation>
    </message>
    <message>
        <source>word vectors of the small school</source>
        <translation>小学堂的词向量</translation>
    </message>
    <message>
        <source>word vectors of the biased world</source>
        <translation>偏见世界的词向量</translation>
    </message>
    <message>
        <source>brackets, LSTM</source>
        <translation>括号，LSTM</translation>
    </message>
    <message>
        <source>small school, LSTM</source>
        <translation>小学堂，LSTM</translation>
    </message>
    <message>
        <source>reversal, with attention</source>
        <translation>反转，有注意力</translation>
    </message>
    <message>
        <source>reversal, without attention</source>
        <translation>反转，无注意力</translation>
    </message>
    <message>
        <source>dates, with attention</source>
        <translation>日期，有注意力</translation>
    </message>
    <message>
        <source>English → Chinese, with attention</source>
        <translation>英译中，有注意力</translation>
    </message>
    <message>
        <source>%1, English</source>
        <extracomment>%1 what a bundled model is; the language that it speaks</extracomment>
        <translation>%1，英文</translation>
    </message>
    <message>
        <source>%1, Chinese</source>
        <extracomment>%1 what a bundled model is; the language that it speaks</extracomment>
        <translation>%1，中文</translation>
    </message>
</context>
<context>
    <name>CellLink</name>
    <message>
        <source>%1, feature %2</source>
        <translation>%1，特征 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a tensor and the place of one of its numbers: &quot;query: she, feature 12&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>gradient of %1</source>
        <translation>%1 的梯度</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>token %1</source>
        <translation>第 %1 个词元</translation>
    </message>
    <message>
        <source>“%1” sees “%2”</source>
        <translation>“%1”看得见“%2”</translation>
    </message>
    <message>
        <source>“%1” does not see “%2”</source>
        <translation>“%1”看不见“%2”</translation>
    </message>
    <message>
        <source>scale of the scores</source>
        <translation>分数的缩放</translation>
    </message>
    <message>
        <source>head %1 is silent</source>
        <translation>头 %1 不发言</translation>
    </message>
    <message>
        <source>head %1 keeps its weights</source>
        <translation>头 %1 的权重不再变</translation>
    </message>
    <message>
        <source>heads %1 and %2 are swapped</source>
        <translation>头 %1 与头 %2 互换</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>without the changes</source>
        <translation>不做改动时</translation>
    </message>
    <message>
        <source>before the last edit</source>
        <translation>上次编辑之前</translation>
    </message>
    <message>
        <source>kept run: “%1”</source>
        <translation>保留的一次运行：“%1”</translation>
    </message>
    <message>
        <source>the other model: %1</source>
        <translation>另一个模型：%1</translation>
    </message>
</context>
<context>
    <name>ComparisonWords</name>
    <message>
        <source>These models do not know the word “%1”.</source>
        <translation>这些模型不认识“%1”这个词。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请换一个词。</translation>
    </message>
    <message>
        <source>Known ones that look like it: %1.</source>
        <extracomment>known words that look like the unknown one</extracomment>
        <translation>它们认识的相近的词：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The sentence is too long to compare: one of the models reads at most %1 words.</source>
        <translation>句子太长，无法比较：其中一个模型最多读 %1 个词。</translation>
    </message>
    <message>
        <source>There is no word yet. Type a sentence above.</source>
        <translation>还没有词。请在上面输入一个句子。</translation>
    </message>
    <message>
        <source>With one word there is no next word to lose on yet.</source>
        <translation>只有一个词，还没有可以计算损失的下一个词。</translation>
    </message>
    <message>
        <source>%1 is least surprised by this sentence, with a loss of %2 nats in all, and %3 most, with %4. They differ most over what follows “%5”, by %6 nats.</source>
        <translation>对这句话，%1 最不意外，总损失为 %2 奈特；%3 最意外，为 %4。差别最大的是“%5”之后出现什么，相差 %6 奈特。</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>it is a folder</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>it is not a plain file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>it is larger than 512 MiB</source>
        <translation>它超过 512 MiB</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>context</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>vocabulary</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>final rate</source>
        <translation>最终学习率</translation>
    </message>
    <message>
        <source>beta 1</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>beta 2</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>top-k</source>
        <translation>前 k 个 (top-k)</translation>
    </message>
    <message>
        <source>top-p</source>
        <translation>累计概率 p (top-p)</translation>
    </message>
    <message>
        <source>the learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>its JSON is longer than 100 MB</source>
        <translation>其中的 JSON 超过 100 MB</translation>
    </message>
    <message>
        <source>its header does not begin with {</source>
        <translation>文件头不是以 { 开头</translation>
    </message>
    <message>
        <source>it is not valid JSON in UTF-8</source>
        <translation>它不是有效的 UTF-8 编码的 JSON</translation>
    </message>
    <message>
        <source>it has the same name twice</source>
        <translation>同一个名称出现了两次</translation>
    </message>
    <message>
        <source>its JSON is nested too deeply</source>
        <translation>其中的 JSON 嵌套太深</translation>
    </message>
    <message>
        <source>its metadata is not made of texts</source>
        <translation>元数据不全是文本</translation>
    </message>
    <message>
        <source>a tensor needs a dtype, a shape and data_offsets, and nothing else</source>
        <translation>每个张量要有且只有 dtype、shape 和 data_offsets</translation>
    </message>
    <message>
        <source>a tensor has an unknown number type</source>
        <translation>有张量的数值类型未知</translation>
    </message>
    <message>
        <source>a shape is not a list of sizes</source>
        <translation>有张量的形状不是由大小组成的列表</translation>
    </message>
    <message>
        <source>a tensor claims an impossible size</source>
        <translation>有张量的大小不可能存在</translation>
    </message>
    <message>
        <source>data_offsets are not two positions</source>
        <translation>data_offsets 不是两个位置</translation>
    </message>
    <message>
        <source>a tensor ends before it begins</source>
        <translation>有张量的终点在起点之前</translation>
    </message>
    <message>
        <source>a tensor&apos;s length does not fit its shape</source>
        <translation>有张量的长度与形状不符</translation>
    </message>
    <message>
        <source>two tensors share bytes</source>
        <translation>两个张量占用了相同的字节</translation>
    </message>
    <message>
        <source>there are unused bytes between two tensors</source>
        <translation>两个张量之间有多余的字节</translation>
    </message>
    <message>
        <source>a tensor has another number type than needed</source>
        <translation>有张量的数值类型不是所需的类型</translation>
    </message>
    <message>
        <source>a tensor holds something that is not a number</source>
        <translation>有张量里含有不是数的值</translation>
    </message>
    <message>
        <source>a setting is missing</source>
        <translation>缺少一项设置</translation>
    </message>
    <message>
        <source>a setting is unknown</source>
        <translation>有一项未知的设置</translation>
    </message>
    <message>
        <source>a setting has the wrong kind of value</source>
        <translation>有一项设置的值类型不对</translation>
    </message>
    <message>
        <source>a setting is out of range</source>
        <translation>有一项设置超出范围</translation>
    </message>
    <message>
        <source>the vocabulary has an empty entry or the same one twice</source>
        <translation>词表中有空条目或重复条目</translation>
    </message>
    <message>
        <source>the sizes do not fit the tensors</source>
        <translation>各项大小与张量不符</translation>
    </message>
    <message>
        <source>the state of its training is impossible</source>
        <translation>训练状态不可能存在</translation>
    </message>
    <message>
        <source>from %1 to below %2</source>
        <translation>不小于 %1 且小于 %2</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>在 %1 到 %2 之间</translation>
    </message>
    <message>
        <source>above %1 and at most %2</source>
        <translation>大于 %1 且不超过 %2</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>不小于 %1</translation>
    </message>
    <message>
        <source>There is no file %1. Check the path.</source>
        <translation>没有文件 %1。请检查路径。</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>Cannot write %1: %2. What was there before is unchanged.</source>
        <translation>无法写入 %1：%2。原有内容没有改变。</translation>
    </message>
    <message>
        <source>%1 ends too early; it was cut off. Use a complete copy.</source>
        <translation>%1 不完整，后面被截断了。请使用完整的副本。</translation>
    </message>
    <message>
        <source>%1 is damaged at “%2”: %3. Use an unchanged copy.</source>
        <extracomment>%2: a tensor&apos;s or key&apos;s name, %3: what is wrong</extracomment>
        <translation>%1 在“%2”处损坏：%3。请使用未改动的副本。</translation>
    </message>
    <message>
        <source>%1 is damaged: %2. Use an unchanged copy.</source>
        <translation>%1 已损坏：%2。请使用未改动的副本。</translation>
    </message>
    <message>
        <source>%1 has bytes after its end. Use an unchanged copy.</source>
        <translation>%1 的结尾之后还有多余的字节。请使用未改动的副本。</translation>
    </message>
    <message>
        <source>%1 lacks the tensor %2. Use a complete checkpoint.</source>
        <translation>%1 缺少张量 %2。请使用完整的检查点。</translation>
    </message>
    <message>
        <source>%1 has a tensor %2 that this model does not use. Use the checkpoint&apos;s own files.</source>
        <translation>%1 中的张量 %2 不属于这个模型。请使用检查点自己的文件。</translation>
    </message>
    <message>
        <source>In %1, the tensor %2 is %3 but the model needs %4. Use the checkpoint&apos;s own files.</source>
        <translation>%1 中的张量 %2 是 %3，而模型需要 %4。请使用检查点自己的文件。</translation>
    </message>
    <message>
        <source>%1, line %2, is not UTF-8. Save the text as UTF-8.</source>
        <translation>%1 第 %2 行不是 UTF-8 编码。请把文本存为 UTF-8。</translation>
    </message>
    <message>
        <source>%1 holds no text to learn from. Choose another file.</source>
        <translation>%1 里没有可以学习的文本。请换一个文件。</translation>
    </message>
    <message>
        <source>%1 has %2 tokens; at least %3 are needed. Use a longer text or a shorter context.</source>
        <translation>%1 有 %2 个词（含标点），至少需要 %3 个。请用更长的文本，或更短的上下文。</translation>
    </message>
    <message>
        <source>The text is empty. Type at least one word.</source>
        <translation>句子是空的。请至少输入一个词。</translation>
    </message>
    <message>
        <source>The model does not know “%1”. Use a word of its vocabulary.</source>
        <translation>模型不认识“%1”。请用词表里的词。</translation>
    </message>
    <message>
        <source>The text has %1 tokens; the model sees at most %2. Shorten it.</source>
        <translation>句子有 %1 个词（含标点），模型最多能看 %2 个。请缩短句子。</translation>
    </message>
    <message>
        <source>%1 is %2; it must be %3.</source>
        <extracomment>%1: an option such as &quot;temperature&quot;, %3: what is accepted, such as &quot;from 1 to 100&quot;</extracomment>
        <translation>%1 是 %2，但应当%3。</translation>
    </message>
    <message>
        <source>The width %1 cannot be split evenly among %2 heads. Choose a multiple.</source>
        <translation>宽度 %1 不能平均分给 %2 个头。请选它的倍数。</translation>
    </message>
    <message>
        <source>This model would have %1 parameters; at most %2 are allowed. Choose smaller sizes.</source>
        <translation>这个模型会有 %1 个参数，最多允许 %2 个。请把各项大小选小一些。</translation>
    </message>
    <message>
        <source>There is no model family “%1”. Use a checkpoint made by this program.</source>
        <translation>没有“%1”这一类模型。请使用本程序生成的检查点。</translation>
    </message>
    <message>
        <source>The loss stopped being a number at step %1, first in %2. Try a smaller learning rate.</source>
        <translation>损失在第 %1 步变成了非数 (NaN)，最先出现在 %2。请试试更小的学习率。</translation>
    </message>
    <message>
        <source>%1 already exists. Name a new folder.</source>
        <translation>%1 已经存在。请换一个新的文件夹名。</translation>
    </message>
    <message>
        <source>L1 weight</source>
        <translation>L1 权重</translation>
    </message>
    <message>
        <source>L2 weight</source>
        <translation>L2 权重</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>随机失活 (dropout)</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>task weight</source>
        <translation>任务权重</translation>
    </message>
    <message>
        <source>key–value heads</source>
        <translation>键值头</translation>
    </message>
    <message>
        <source>its counts of n-grams come from no text</source>
        <translation>其中的 n 元计数不可能来自任何文本</translation>
    </message>
    <message>
        <source>The %1 heads cannot be shared evenly among %2 heads of keys and values. Choose a divisor.</source>
        <translation>%1 个头不能平均共用 %2 个键值头。请选它的约数。</translation>
    </message>
    <message>
        <source>Rotary positions turn features in pairs, but each head has %1. Choose width and heads so that it is even.</source>
        <translation>旋转位置把特征两两一对地旋转，但每个头有 %1 个特征。请选择宽度和头数，使它成为偶数。</translation>
    </message>
    <message>
        <source>With these options the task “%1” has too few questions to learn from some and hold out others. Allow longer or more varied ones.</source>
        <translation>在这些选项下，任务“%1”的题目太少，无法既留出一些又学习其余的。请允许更长或更多样的题目。</translation>
    </message>
    <message>
        <source>A model of the family %1 does not say what comes next. Use another model.</source>
        <translation>%1 类模型不预测下一个词。请换用别的模型。</translation>
    </message>
    <message>
        <source>%1 holds an n-gram model, which has counts and no layers. Use another model.</source>
        <translation>%1 里是 n 元模型，它只有计数，没有层。请换用别的模型。</translation>
    </message>
    <message>
        <source>a merge stands twice or joins what is no token yet</source>
        <translation>有一条合并重复出现，或者要合并的还不是词元</translation>
    </message>
    <message>
        <source>the vocabulary lacks a byte or a token that is merged</source>
        <translation>词表里缺少某个字节，或缺少某个合并得到的词元</translation>
    </message>
    <message>
        <source>%1 holds a tokenizer of another kind: “%2” is %3. Use one for byte-level byte-pair encoding as in GPT-2.</source>
        <extracomment>%2: a setting in the file, %3: its value</extracomment>
        <translation>%1 里是另一种分词器：“%2”为 %3。请使用与 GPT-2 相同的字节级字节对编码（BPE）分词器。</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Use a smaller model, batch or text.</source>
        <translation>内存不够。请用更小的模型、批次或文本。</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Model family</source>
        <translation>模型族</translation>
    </message>
    <message>
        <source>How the model is built. The family also decides what it can learn.</source>
        <translation>模型是怎样搭成的。它也决定了模型能学什么。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>What the model reads while it learns. A tenth is held out to test it.</source>
        <translation>模型学习时读的内容。其中十分之一留出来，用于测验。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Questions with known answers. Those that it is tested on are never learned from.</source>
        <translation>答案已知的问题。用来测验的那些，学习时从不出现。</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>文本的语言</translation>
    </message>
    <message>
        <source>The language that the model reads, which need not be that of the window.</source>
        <translation>模型所读的语言，不必与界面的语言相同。</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Into which pieces the text is cut; the model reads one piece after the other.</source>
        <translation>把文本切成怎样的小块；模型一块接一块地读。</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>故事数</translation>
    </message>
    <message>
        <source>How many stories of the small world are told to learn from.</source>
        <translation>讲多少个小世界的故事供模型学习。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Decides all that is drawn at random: with the same seed a run repeats exactly.</source>
        <translation>决定一切随机抽取：种子相同，训练就能完全重现。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Blocks one after the other. Each works on what the one before handed on.</source>
        <translation>一个接一个的块，每一块都在前一块的结果上继续加工。</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>Attention heads in each block. Each can look for something else.</source>
        <translation>每一块里的注意力头，每个头可以寻找不同的东西。</translation>
    </message>
    <message>
        <source>Key–value heads</source>
        <translation>键值头数</translation>
    </message>
    <message>
        <source>Heads of keys and values, shared by groups of query heads. 0: one for each.</source>
        <translation>键和值的头数，由几组查询头共用。0 表示每个查询头各有一个。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>How many numbers stand for one token.</source>
        <translation>用多少个数来表示一个词元。</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>How many tokens the model sees at once.</source>
        <translation>模型一次能看到多少个词元。</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>How many different tokens the model knows. The text decides this.</source>
        <translation>模型认识多少种词元，由文本决定。</translation>
    </message>
    <message>
        <source>Tied embeddings</source>
        <translation>共享词嵌入</translation>
    </message>
    <message>
        <source>Use the token embedding for the output too: fewer numbers to learn.</source>
        <translation>输出端也用词嵌入矩阵：要学的数就更少。</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>How the model learns where in the text a token stands.</source>
        <translation>模型怎样知道一个词元在文本中的位置。</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>归一化位置</translation>
    </message>
    <message>
        <source>Where in a block the features are normalised.</source>
        <translation>在块中的什么地方对特征做归一化。</translation>
    </message>
    <message>
        <source>Kind of norm</source>
        <translation>归一化方式</translation>
    </message>
    <message>
        <source>LayerNorm centres and scales the features; RMSNorm only scales them.</source>
        <translation>LayerNorm 先减去均值再缩放；RMSNorm 只做缩放。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>What the hidden units of the feed-forward network do.</source>
        <translation>前馈网络的隐藏单元怎样变换输入。</translation>
    </message>
    <message>
        <source>Recurrent cell</source>
        <translation>循环单元</translation>
    </message>
    <message>
        <source>How the network carries its state from token to token.</source>
        <translation>网络怎样把状态从一个词元带到下一个。</translation>
    </message>
    <message>
        <source>Read from both ends</source>
        <translation>双向阅读</translation>
    </message>
    <message>
        <source>The encoder reads the source forwards and backwards.</source>
        <translation>编码器把原文正着读一遍，再倒着读一遍。</translation>
    </message>
    <message>
        <source>Look back by</source>
        <translation>对齐打分</translation>
    </message>
    <message>
        <source>How the decoder scores the words of the source when it looks back at them.</source>
        <translation>解码器回看原文时，怎样给原文的词打分。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>How many words are seen; for word vectors, how many on each side.</source>
        <translation>能看到多少个词；对词向量来说，是每一侧多少个词。</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐藏单元数</translation>
    </message>
    <message>
        <source>Units of the hidden layer.</source>
        <translation>隐藏层的单元个数。</translation>
    </message>
    <message>
        <source>Direct links</source>
        <translation>直连</translation>
    </message>
    <message>
        <source>Link the embeddings straight to the output too, past the hidden layer.</source>
        <translation>让词嵌入绕过隐藏层，也直接连到输出。</translation>
    </message>
    <message>
        <source>Negative samples</source>
        <translation>负样本数</translation>
    </message>
    <message>
        <source>Words drawn at random against each true one. 0: compare with all words.</source>
        <translation>为每个正确的词随机抽几个错的词来对比。0 表示与所有的词比较。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>阶数</translation>
    </message>
    <message>
        <source>Words in an n-gram.</source>
        <translation>一个 n 元组里有几个词。</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>How word sequences that were never seen get a share.</source>
        <translation>没见过的词序列怎样也分到一点概率。</translation>
    </message>
    <message>
        <source>Added to counts</source>
        <translation>计数加值</translation>
    </message>
    <message>
        <source>What add-k smoothing adds to each count.</source>
        <translation>加 k 平滑给每个计数加上的数。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>How many classes the model tells apart. The task decides this.</source>
        <translation>模型要区分多少个类别，由任务决定。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Texts in each step. More of them: a steadier gradient, slower steps.</source>
        <translation>每一步用多少段文本。越多，梯度越稳，每步也越慢。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps in all. The learning rate falls towards the last one.</source>
        <translation>总共多少步。学习率一路降到最后一步。</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>Steps over which the learning rate rises from zero.</source>
        <translation>学习率从零升上去所用的步数。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far one step goes, at its highest. Too large and the loss explodes.</source>
        <translation>一步走多远（最大时）。太大，损失就会爆炸。</translation>
    </message>
    <message>
        <source>Final rate</source>
        <translation>最终学习率</translation>
    </message>
    <message>
        <source>The learning rate at the last step.</source>
        <translation>最后一步的学习率。</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>学习目标</translation>
    </message>
    <message>
        <source>What is to be guessed from the text. Each objective needs a family that can.</source>
        <translation>要从文本中猜什么。每种目标都需要能胜任的模型族。</translation>
    </message>
    <message>
        <source>Share to guess</source>
        <translation>待猜的比例</translation>
    </message>
    <message>
        <source>Share of each text&apos;s tokens that are to be guessed. 0: one token.</source>
        <translation>每段文本中有多大比例的词元要猜。0 表示只猜一个。</translation>
    </message>
    <message>
        <source>Of those, masked</source>
        <translation>其中遮住的</translation>
    </message>
    <message>
        <source>Share of the tokens to guess that are hidden by a mask.</source>
        <translation>待猜的词元中，用掩码遮住的比例。</translation>
    </message>
    <message>
        <source>Of those, replaced</source>
        <translation>其中替换的</translation>
    </message>
    <message>
        <source>Share of the tokens to guess that are replaced by any other.</source>
        <translation>待猜的词元中，换成别的词元的比例。</translation>
    </message>
    <message>
        <source>Span length</source>
        <translation>片段长度</translation>
    </message>
    <message>
        <source>Mean number of tokens in each piece that is cut out.</source>
        <translation>每个被挖掉的片段平均有多少个词元。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例题数</translation>
    </message>
    <message>
        <source>How many questions of the task there are to learn from.</source>
        <translation>任务中供学习的问题有多少道。</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>遍数</translation>
    </message>
    <message>
        <source>How often the whole text is read.</source>
        <translation>把全文读多少遍。</translation>
    </message>
    <message>
        <source>Thin out above</source>
        <translation>高频词抽稀</translation>
    </message>
    <message>
        <source>Words with a larger share of the text than this are often left out. 0: none is.</source>
        <translation>在文本中所占比例超过此数的词常被跳过。0 表示都不跳过。</translation>
    </message>
    <message>
        <source>Carry the state on</source>
        <translation>延续状态</translation>
    </message>
    <message>
        <source>Each batch goes on where the last one ended, with the state it left.</source>
        <translation>每一批都从上一批结束的地方接着读，并带上它留下的状态。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How gradients become updates of the weights.</source>
        <translation>怎样把梯度变成对权重的更新。</translation>
    </message>
    <message>
        <source>How much of the earlier mean gradient is kept: the momentum.</source>
        <translation>先前的平均梯度保留多少，也就是动量。</translation>
    </message>
    <message>
        <source>How much of the earlier mean square of the gradient is kept.</source>
        <translation>先前的梯度平方均值保留多少。</translation>
    </message>
    <message>
        <source>A tiny number that keeps the update from dividing by zero.</source>
        <translation>一个极小的数，防止更新时除以零。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>AdamW shrinks the weights by this much of themselves, times the learning rate.</source>
        <translation>AdamW 每步把权重按此比例乘以学习率缩小一点。</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>Punishes the sum of absolute weights: it drives many to zero.</source>
        <translation>惩罚权重绝对值之和：会把许多权重压到零。</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Punishes the sum of squared weights: it keeps all of them small.</source>
        <translation>惩罚权重平方之和：让所有权重都保持较小。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of activations left out at random while learning, so that no one is relied on.</source>
        <translation>学习时随机丢弃的激活比例，使模型不依赖其中任何一个。</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Share of the target spread over all tokens, so that the model is never too sure.</source>
        <translation>把目标的一部分摊给所有词元，让模型不至于过分自信。</translation>
    </message>
    <message>
        <source>Weight of the task</source>
        <translation>任务权重</translation>
    </message>
    <message>
        <source>How much the task&apos;s loss counts beside that of the language.</source>
        <translation>任务的损失相对于语言的损失占多大分量。</translation>
    </message>
    <message>
        <source>Clip gradients at</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>A gradient with a larger norm is scaled down to this one.</source>
        <translation>范数超过此数的梯度会缩小到这个大小。</translation>
    </message>
    <message>
        <source>Shortest question</source>
        <translation>最短问题</translation>
    </message>
    <message>
        <source>Letters, brackets, or pairs to recall from, in the shortest question.</source>
        <translation>最短的问题里有几个字母、括号或要记的配对。</translation>
    </message>
    <message>
        <source>Longest question</source>
        <translation>最长问题</translation>
    </message>
    <message>
        <source>Letters, brackets, or pairs to recall from, in the longest question.</source>
        <translation>最长的问题里有几个字母、括号或要记的配对。</translation>
    </message>
    <message>
        <source>Letters in use</source>
        <translation>字母种数</translation>
    </message>
    <message>
        <source>How many different letters the words are made of.</source>
        <translation>单词由多少种字母组成。</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>Digits of each number that is added.</source>
        <translation>每个加数有几位。</translation>
    </message>
    <message>
        <source>Write sums from the ones up</source>
        <translation>和从个位写起</translation>
    </message>
    <message>
        <source>The order in which carries arise, and much easier to learn.</source>
        <translation>进位就是按这个顺序产生的，学起来容易得多。</translation>
    </message>
    <message>
        <source>First year</source>
        <translation>起始年份</translation>
    </message>
    <message>
        <source>The earliest year of the dates.</source>
        <translation>日期中最早的年份。</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>结束年份</translation>
    </message>
    <message>
        <source>The latest year of the dates.</source>
        <translation>日期中最晚的年份。</translation>
    </message>
    <message>
        <source>Kinds of brackets</source>
        <translation>括号种数</translation>
    </message>
    <message>
        <source>1: only (), 2: [] too, 3: {} too.</source>
        <translation>1：只有 ()；2：还有 []；3：再加 {}。</translation>
    </message>
    <message>
        <source>Whole stories</source>
        <translation>整篇故事</translation>
    </message>
    <message>
        <source>Translate whole stories rather than single sentences.</source>
        <translation>翻译整篇故事，而不是单个句子。</translation>
    </message>
    <message>
        <source>Share held out</source>
        <translation>留出比例</translation>
    </message>
    <message>
        <source>Share of all questions that is never learned from, only tested.</source>
        <translation>所有问题中只用于测验、从不学习的比例。</translation>
    </message>
    <message>
        <source>n-gram</source>
        <translation>n 元语法</translation>
    </message>
    <message>
        <source>Feed-forward (Bengio)</source>
        <translation>前馈（Bengio）</translation>
    </message>
    <message>
        <source>RNN</source>
        <translation>RNN</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>Seq2seq (recurrent)</source>
        <translation>Seq2seq（循环）</translation>
    </message>
    <message>
        <source>GPT (decoder)</source>
        <translation>GPT（解码器）</translation>
    </message>
    <message>
        <source>BERT (encoder)</source>
        <translation>BERT（编码器）</translation>
    </message>
    <message>
        <source>Transformer (full)</source>
        <translation>Transformer（完整）</translation>
    </message>
    <message>
        <source>CBOW vectors</source>
        <translation>CBOW 词向量</translation>
    </message>
    <message>
        <source>Skip-gram vectors</source>
        <translation>skip-gram 词向量</translation>
    </message>
    <message>
        <source>The next token</source>
        <translation>下一个词元</translation>
    </message>
    <message>
        <source>Masked tokens</source>
        <translation>遮住的词元</translation>
    </message>
    <message>
        <source>Pieces cut out</source>
        <translation>挖掉的片段</translation>
    </message>
    <message>
        <source>Copy a word</source>
        <translation>照抄单词</translation>
    </message>
    <message>
        <source>Write it backwards</source>
        <translation>倒着写</translation>
    </message>
    <message>
        <source>Sort its letters</source>
        <translation>字母排序</translation>
    </message>
    <message>
        <source>Add two numbers</source>
        <translation>两数相加</translation>
    </message>
    <message>
        <source>Rewrite a date</source>
        <translation>改写日期</translation>
    </message>
    <message>
        <source>Recall from pairs</source>
        <translation>配对回忆</translation>
    </message>
    <message>
        <source>Translate to Chinese</source>
        <translation>译成中文</translation>
    </message>
    <message>
        <source>A happy ending?</source>
        <translation>结局好吗？</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Byte pairs (BPE)</source>
        <translation>字节对（BPE）</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>学习得到</translation>
    </message>
    <message>
        <source>Sinusoidal</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>Rotary (RoPE)</source>
        <translation>旋转（RoPE）</translation>
    </message>
    <message>
        <source>ALiBi</source>
        <translation>ALiBi</translation>
    </message>
    <message>
        <source>Before each part</source>
        <translation>每部分之前</translation>
    </message>
    <message>
        <source>After each sum</source>
        <translation>每次相加之后</translation>
    </message>
    <message>
        <source>LayerNorm</source>
        <translation>LayerNorm</translation>
    </message>
    <message>
        <source>RMSNorm</source>
        <translation>RMSNorm</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>SwiGLU</source>
        <translation>SwiGLU</translation>
    </message>
    <message>
        <source>Additive scores</source>
        <translation>加性打分</translation>
    </message>
    <message>
        <source>Dot product</source>
        <translation>点积</translation>
    </message>
    <message>
        <source>General product</source>
        <translation>双线性</translation>
    </message>
    <message>
        <source>Add-k</source>
        <translation>加 k</translation>
    </message>
    <message>
        <source>Kneser–Ney</source>
        <translation>Kneser–Ney</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>β₁</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>β₂</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>ε</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>括号</translation>
    </message>
</context>
<context>
    <name>Formulas</name>
    <message>
        <source>scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>scaled scores</source>
        <translation>缩放后的分数</translation>
    </message>
    <message>
        <source>masked scores</source>
        <translation>掩码后的分数</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>row of %1 for each position</source>
        <translation>每个位置取 %1 的一行</translation>
    </message>
    <message>
        <source>row of %1 for each word</source>
        <translation>每个词取 %1 的一行</translation>
    </message>
    <message>
        <source>(%1 − mean) / √(variance + ε) · γ + β</source>
        <translation>(%1 − 平均值) / √(方差 + ε) · γ + β</translation>
    </message>
    <message>
        <source>%1, later words −∞</source>
        <translation>%1，后面的词为 −∞</translation>
    </message>
    <message>
        <source>−log probability of the word that came</source>
        <extracomment>log is the natural logarithm</extracomment>
        <translation>−log(实际出现的词的概率)</translation>
    </message>
    <message>
        <source>%1, into its position&apos;s row</source>
        <translation>%1，放进它所在位置的那一行</translation>
    </message>
    <message>
        <source>%1: learned</source>
        <translation>%1：学到的</translation>
    </message>
    <message>
        <source>The loss does not depend on it.</source>
        <translation>损失与它无关。</translation>
    </message>
    <message>
        <source>biased scores</source>
        <translation>带偏置的分数</translation>
    </message>
    <message>
        <source>fixed numbers</source>
        <translation>固定的数</translation>
    </message>
    <message>
        <source>(1 − ε) · (−log probability of the word that came) + ε · the mean of all words</source>
        <translation>(1 − ε) · (−log 出现的词的概率) + ε · 所有词的平均</translation>
    </message>
    <message>
        <source>%1 of all time steps, below each other</source>
        <extracomment>%1 is a letter with the sign for a time step</extracomment>
        <translation>所有时间步的 %1，上下排列</translation>
    </message>
    <message>
        <source>row t of %1</source>
        <translation>%1 的第 t 行</translation>
    </message>
    <message>
        <source>%1 · (probability − (1 − ε) for the word that came − ε / words)</source>
        <translation>%1 · (概率 − 出现的词的 (1 − ε) − ε / 词数)</translation>
    </message>
    <message>
        <source>Σ %d over the places of the word</source>
        <translation>对这个词的各处求和 Σ %d</translation>
    </message>
    <message>
        <source>(u − mean(u) − s · mean(u · s)) / √(variance + ε) with u = %d · γ</source>
        <extracomment>u is dL/dn · gain, s the input after taking away its mean and dividing by its deviation</extracomment>
        <translation>(u − 平均(u) − s · 平均(u · s)) / √(方差 + ε)，其中 u = %d · γ</translation>
    </message>
    <message>
        <source>%1 / √(mean of %1² + ε) · γ</source>
        <translation>%1 / √(%1² 的平均 + ε) · γ</translation>
    </message>
    <message>
        <source>(u − s · mean(u · s)) / √(mean of %1² + ε) with u = %d · γ</source>
        <extracomment>u is dL/dn · gain, s the input divided by its root mean square</extracomment>
        <translation>(u − s · 平均(u · s)) / √(%1² 的平均 + ε)，其中 u = %d · γ</translation>
    </message>
    <message>
        <source>%d where %1 &gt; 0, else 0</source>
        <translation>%1 &gt; 0 处为 %d，其余为 0</translation>
    </message>
    <message>
        <source>%1, each pair turned by the angle of its place</source>
        <translation>%1，每一对按所在位置的角度旋转</translation>
    </message>
    <message>
        <source>%d, each pair turned back</source>
        <translation>%d，每一对转回去</translation>
    </message>
    <message>
        <source>what was remembered, then %1</source>
        <translation>先是记住的，再是 %1</translation>
    </message>
    <message>
        <source>the new words&apos; part of %d</source>
        <translation>%d 中属于新词的部分</translation>
    </message>
    <message>
        <source>%1 − slope of the head · distance</source>
        <translation>%1 − 该头的斜率 · 距离</translation>
    </message>
    <message>
        <source>%d, 0 where hidden</source>
        <translation>%d，被遮住的地方为 0</translation>
    </message>
    <message>
        <source>each head&apos;s part of %d</source>
        <translation>%d 中属于每个头的部分</translation>
    </message>
    <message>
        <source>row of %1 for one word</source>
        <translation>%1 中一个词的那一行</translation>
    </message>
    <message>
        <source>%d, into the row of that word</source>
        <translation>%d，放进那个词的一行</translation>
    </message>
    <message>
        <source>%1 of the last words side by side</source>
        <translation>最近几个词的 %1 并排</translation>
    </message>
    <message>
        <source>Σ of the parts of %d that came from it</source>
        <translation>%d 中来自它的各部分之和</translation>
    </message>
    <message>
        <source>mean of %1 over the neighbours</source>
        <translation>相邻词的 %1 的平均</translation>
    </message>
    <message>
        <source>Σ %d / number of neighbours, over the neighbours</source>
        <translation>对相邻词求和 Σ %d / 相邻词数</translation>
    </message>
    <message>
        <source>%d · (σ(%1) − 1 for the word that came)</source>
        <translation>%d ·（σ(%1)，实际出现的词再减 1）</translation>
    </message>
    <message>
        <source>row of %1 for each pair</source>
        <translation>每一对取 %1 的一行</translation>
    </message>
    <message>
        <source>Σ %d over the pairs of the word</source>
        <translation>对这个词的各对求和 Σ %d</translation>
    </message>
    <message>
        <source>%d, into row t</source>
        <translation>%d，放进第 t 行</translation>
    </message>
    <message>
        <source>the left part of %d</source>
        <translation>%d 的左半部分</translation>
    </message>
    <message>
        <source>the right part of %d</source>
        <translation>%d 的右半部分</translation>
    </message>
    <message>
        <source>%1 + %2 for each pair</source>
        <translation>每一对的 %1 + %2</translation>
    </message>
    <message>
        <source>Σ %d over the source</source>
        <translation>对源句求和 Σ %d</translation>
    </message>
    <message>
        <source>Σ %d over the answer</source>
        <translation>对译出的各词求和 Σ %d</translation>
    </message>
    <message>
        <source>%d · (probability − 1 for the word that came)</source>
        <translation>%d ·（概率，实际出现的词再减 1）</translation>
    </message>
    <message>
        <source>class logits</source>
        <translation>类别 logits</translation>
    </message>
    <message>
        <source>class probabilities</source>
        <translation>类别概率</translation>
    </message>
    <message>
        <source>tempered logits</source>
        <translation>调温后的 logits</translation>
    </message>
</context>
<context>
    <name>GradientWords</name>
    <message>
        <source>%1 doubles every %2 steps and explodes (%3 times as much at the first word).</source>
        <translation>%1 每 %2 步翻一倍，发生爆炸（到第一个词时是 %3 倍）。</translation>
    </message>
    <message>
        <source>%1 doubles every %2 steps (%3 times as much at the first word).</source>
        <translation>%1 每 %2 步翻一倍（到第一个词时是 %3 倍）。</translation>
    </message>
    <message>
        <source>%1 halves every %2 steps and vanishes (%3 of it is left at the first word).</source>
        <translation>%1 每 %2 步减半，发生消失（到第一个词时只剩 %3）。</translation>
    </message>
    <message>
        <source>%1 halves every %2 steps (%3 of it is left at the first word).</source>
        <translation>%1 每 %2 步减半（到第一个词时还剩 %3）。</translation>
    </message>
    <message>
        <source>With one word there is no earlier step for the gradient to come back to.</source>
        <translation>只有一个词，梯度没有更早的时间步可以传回。</translation>
    </message>
    <message>
        <source>The gradient of the loss of “%1”, back over %2 words:</source>
        <translation>“%1”的损失的梯度，往回经过 %2 个词：</translation>
    </message>
    <message>
        <source>%1 steps back, at “%2”: |dL/dh| = %3</source>
        <translation>往回 %1 步，在“%2”处：|dL/dh| = %3</translation>
    </message>
</context>
<context>
    <name>LookupDrawing</name>
    <message>
        <source>feature %1</source>
        <translation>特征 %1</translation>
    </message>
    <message>
        <source>cos %1 · %2°</source>
        <extracomment>%1 a cosine, %2 an angle in degrees</extracomment>
        <translation>cos %1 · %2°</translation>
    </message>
    <message>
        <source>The vector of %1, features %2</source>
        <translation>%1 的向量，特征 %2</translation>
    </message>
    <message>
        <source>%1: cosine between the two sentences %2, angle %3°</source>
        <translation>%1：两句之间的余弦 %2，夹角 %3°</translation>
    </message>
    <message>
        <source>Angle between the two: %1°; lengths %2 and %3</source>
        <translation>两者的夹角：%1°；长度 %2 和 %3</translation>
    </message>
    <message>
        <source>“%1” has the id %2: its one-hot row has a 1 at place %2 and 0 at the other %3. Times the table of %4 × %5 numbers, only the row of “%1” is left; its feature %6 is %7.</source>
        <translation>“%1”的编号是 %2：它的独热行在第 %2 位是 1，其余 %3 位都是 0。乘以 %4 × %5 的数表，只剩下“%1”那一行；它的特征 %6 是 %7。</translation>
    </message>
    <message>
        <source>From the embedding to “%1”, “%2” turned by %3° (cosine %4).</source>
        <translation>从词嵌入到“%1”，“%2”转过了 %3°（余弦 %4）。</translation>
    </message>
    <message>
        <source>At the embedding “%1” is the row of the table, whatever stands around it.</source>
        <translation>在词嵌入这一步，“%1”就是表里的那一行，与周围是什么词无关。</translation>
    </message>
    <message>
        <source>Here it is the same vector in both sentences.</source>
        <translation>这里它在两句中是同一个向量。</translation>
    </message>
    <message>
        <source>Here the two sentences are %1° apart (cosine %2).</source>
        <translation>这里两句中的向量相差 %1°（余弦 %2）。</translation>
    </message>
    <message>
        <source>Word: %1</source>
        <translation>词：%1</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>one-hot</source>
        <translation>独热</translation>
    </message>
    <message>
        <source>table, %1 × %2</source>
        <translation>表，%1 × %2</translation>
    </message>
    <message>
        <source>the first %1 features are shown</source>
        <translation>只显示前 %1 个特征</translation>
    </message>
    <message>
        <source>Row of %1, times %2</source>
        <translation>%1 的行，乘以 %2</translation>
    </message>
    <message>
        <source>feature %1:  %2</source>
        <translation>特征 %1：%2</translation>
    </message>
    <message>
        <source>What is left, the vector of “%1”:</source>
        <translation>剩下的就是“%1”的向量：</translation>
    </message>
    <message>
        <source>Second sentence: %1</source>
        <translation>第二句：%1</translation>
    </message>
    <message>
        <source>to the row above</source>
        <translation>与上一行</translation>
    </message>
    <message>
        <source>to the embedding</source>
        <translation>与词嵌入</translation>
    </message>
    <message>
        <source>between the two</source>
        <translation>两句之间</translation>
    </message>
    <message>
        <source>%1, %2: cosine %3, angle %4°</source>
        <translation>%1，%2：余弦 %3，夹角 %4°</translation>
    </message>
    <message>
        <source>Cosine between “%1” in the two sentences, stage by stage</source>
        <translation>两句中“%1”之间的余弦，逐步来看</translation>
    </message>
</context>
<context>
    <name>MemoryLine</name>
    <message>
        <source>forgotten</source>
        <translation>忘掉</translation>
    </message>
    <message>
        <source>written</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>MomentScrubber</name>
    <message>
        <source>%1 s</source>
        <extracomment>%1: a number of seconds</extracomment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>%1: a number of minutes</extracomment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>no run yet</source>
        <translation>还没有训练</translation>
    </message>
    <message>
        <source>before the first of %1 steps</source>
        <translation>第一步之前（共 %1 步）</translation>
    </message>
    <message>
        <source>step %1 of %2, about %3 after the start</source>
        <extracomment>a moment of training: its step, all steps, and the time that training had taken until then</extracomment>
        <translation>第 %1 步，共 %2 步，开始后约 %3</translation>
    </message>
</context>
<context>
    <name>NowPicture</name>
    <message>
        <source>%1, head %2</source>
        <extracomment>which attention of the model: where it stands, and the head</extracomment>
        <translation>%1，第 %2 头</translation>
    </message>
    <message>
        <source>“%1” looks most at “%2”: %3</source>
        <translation>“%1”最关注“%2”：%3</translation>
    </message>
    <message>
        <source>%1 at “%2”: mean %3</source>
        <extracomment>of a gate, at a word: the mean over its units</extracomment>
        <translation>“%2”处的%1：平均 %3</translation>
    </message>
    <message>
        <source>No sentence has run yet</source>
        <translation>还没有运行过句子</translation>
    </message>
    <message>
        <source>How much each word (row) looks at each word (column)</source>
        <translation>每个词（行）对每个词（列）的关注程度</translation>
    </message>
    <message>
        <source>How far each gate is open, for each word (row) and unit (column)</source>
        <translation>每个词（行）、每个单元（列）的门开了多少</translation>
    </message>
    <message>
        <source>The hidden state after each word (row), unit by unit (column)</source>
        <translation>读完每个词（行）后的隐藏状态，一列一个单元</translation>
    </message>
    <message>
        <source>The embedding of each word (row), feature by feature (column)</source>
        <translation>每个词（行）的嵌入，一列一个特征</translation>
    </message>
</context>
<context>
    <name>PairDrawing</name>
    <message>
        <source>%1, feature %2: %3</source>
        <translation>%1，特征 %2：%3</translation>
    </message>
    <message>
        <source>one-hot</source>
        <translation>独热</translation>
    </message>
    <message>
        <source>One-hot: %1 places, a 1 at %2, else 0</source>
        <translation>独热：%1 位，第 %2 位是 1，其余是 0</translation>
    </message>
    <message>
        <source>%1: it is told from this word</source>
        <translation>%1：由这个词来预测</translation>
    </message>
    <message>
        <source>%1: this word is to be told</source>
        <translation>%1：要预测的词</translation>
    </message>
    <message>
        <source>score h · v</source>
        <translation>得分 h · v</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>σ(score)</source>
        <translation>σ(得分)</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>v: their rows of the output table</source>
        <translation>v：它们在输出表里的行</translation>
    </message>
    <message>
        <source>%1: score %2</source>
        <translation>%1：得分 %2</translation>
    </message>
    <message>
        <source>probability %1</source>
        <translation>概率 %1</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>误差 %1</translation>
    </message>
    <message>
        <source>… and %1 others</source>
        <translation>……还有另外 %1 个词</translation>
    </message>
    <message>
        <source>input row of “%1”</source>
        <translation>“%1”的输入行</translation>
    </message>
    <message>
        <source>output row of “%1”</source>
        <translation>“%1”的输出行</translation>
    </message>
    <message>
        <source>%1 moves by %2</source>
        <translation>%1移动了 %2</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>−η · gradient</source>
        <translation>−η · 梯度</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>one-hot rows pick the neighbours&apos; vectors</source>
        <translation>独热行取出邻词的向量</translation>
    </message>
    <message>
        <source>one-hot picks the word&apos;s vector</source>
        <translation>独热行取出这个词的向量</translation>
    </message>
    <message>
        <source>hidden: the mean of them</source>
        <translation>隐藏层：它们的平均</translation>
    </message>
    <message>
        <source>hidden: that vector, as it is</source>
        <translation>隐藏层：就是这个向量</translation>
    </message>
    <message>
        <source>scores: how well each word fits</source>
        <translation>得分：每个词有多合适</translation>
    </message>
    <message>
        <source>softmax over all words</source>
        <translation>对所有词做 softmax</translation>
    </message>
    <message>
        <source>σ: did it come, or was it drawn?</source>
        <translation>σ：是真出现的，还是抽来的？</translation>
    </message>
    <message>
        <source>error and loss</source>
        <translation>误差与损失</translation>
    </message>
    <message>
        <source>the rows that move</source>
        <translation>移动的行</translation>
    </message>
    <message>
        <source>%1: of the %2 rows of the input table, the ones in the one-hot choose %3.</source>
        <translation>%1：输入表有 %2 行，独热行里的 1 选出了 %3 行。</translation>
    </message>
    <message>
        <source>CBOW tells a word from the mean of its %1 neighbours&apos; vectors.</source>
        <translation>CBOW 用 %1 个邻词向量的平均来预测中间的词。</translation>
    </message>
    <message>
        <source>Skip-gram tells each neighbour from the word&apos;s own vector, unchanged.</source>
        <translation>skip-gram 直接用这个词自己的向量来预测每个邻词。</translation>
    </message>
    <message>
        <source>“%1” came: its score is %2. The higher, the better it fits to “%3”.</source>
        <translation>出现的是“%1”：得分 %2。得分越高，与“%3”越相配。</translation>
    </message>
    <message>
        <source>Of all %1 words “%2” gets %3.</source>
        <translation>在全部 %1 个词中，“%2”得到 %3。</translation>
    </message>
    <message>
        <source>“%1” gets %2, where 1 would be right; each of the %3 words drawn against it should get 0.</source>
        <translation>“%1”得到 %2，正确答案是 1；抽来作对比的 %3 个词都应得 0。</translation>
    </message>
    <message>
        <source>The loss of this pair is %1 nats; the error of “%2” is %3.</source>
        <translation>这一对的损失是 %1 奈特；“%2”的误差是 %3。</translation>
    </message>
    <message>
        <source>The row of “%1” does not move yet: all output rows that it met are still zeros.</source>
        <translation>“%1”的行还没有移动：它遇到的输出行都还是零。</translation>
    </message>
    <message>
        <source>With the rate η = %1 the row of “%2” moves by %3.</source>
        <translation>学习率 η = %1 时，“%2”的行移动了 %3。</translation>
    </message>
    <message>
        <source>Asked again, “%1” would get %2 instead of %3.</source>
        <translation>再问一次，“%1”会得到 %2，而不是 %3。</translation>
    </message>
</context>
<context>
    <name>Pinned</name>
    <message>
        <source>gradient of: %1</source>
        <extracomment>%1 is a tensor</extracomment>
        <translation>%1 的梯度</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>第 %1 头</translation>
    </message>
</context>
<context>
    <name>PositionWords</name>
    <message>
        <source>sinusoidal</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>学习得到</translation>
    </message>
    <message>
        <source>rotary</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>ALiBi</source>
        <translation>ALiBi</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>no positions at all</extracomment>
        <translation>无位置</translation>
    </message>
    <message>
        <source>The bundled model does not know all words of your sentence, or it is too long for it, so it reads one of its own.</source>
        <translation>自带模型不认识你句子里的全部词，或者句子太长，所以它读的是自己的一句。</translation>
    </message>
</context>
<context>
    <name>RunComparison</name>
    <message>
        <source>Run %1 is set up like run %2.</source>
        <translation>运行 %1 与运行 %2 的设置相同。</translation>
    </message>
    <message>
        <source>Run %1 differs from run %2: %3.</source>
        <translation>运行 %1 与运行 %2 的不同：%3。</translation>
    </message>
    <message>
        <source>At step %1 both have a held-out loss of %2.</source>
        <translation>到第 %1 步，两者的留出损失都是 %2。</translation>
    </message>
    <message>
        <source>At step %1 its held-out loss is %2, lower by %3.</source>
        <translation>到第 %1 步，它的留出损失是 %2，低 %3。</translation>
    </message>
    <message>
        <source>At step %1 its held-out loss is %2, higher by %3.</source>
        <translation>到第 %1 步，它的留出损失是 %2，高 %3。</translation>
    </message>
    <message>
        <source>They learn from different things, so their losses cannot be compared.</source>
        <translation>两者学的内容不同，损失不能相互比较。</translation>
    </message>
</context>
<context>
    <name>RunCurves</name>
    <message>
        <source>%1, run %2</source>
        <extracomment>a line of a chart and the number of the run that it is of</extracomment>
        <translation>%1（运行 %2）</translation>
    </message>
    <message>
        <source>loss of the batch</source>
        <translation>本批损失</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>pronouns: block %1, head %2</source>
        <extracomment>the head that best tells whom a pronoun stands for; layer and head</extracomment>
        <translation>代词：第 %1 块第 %2 头</translation>
    </message>
    <message>
        <source>all gradients</source>
        <translation>全部梯度</translation>
    </message>
    <message>
        <source>%1 (%2–%3 %)</source>
        <extracomment>%1 a kind of knowledge, %2 the percentage that guessing reaches, %3 that of the best answers</extracomment>
        <translation>%1（%2–%3 %）</translation>
    </message>
</context>
<context>
    <name>RunDrawing</name>
    <message>
        <source>occupations</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>women</source>
        <translation>女性</translation>
    </message>
    <message>
        <source>men</source>
        <translation>男性</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>animals</source>
        <translation>动物</translation>
    </message>
    <message>
        <source>things</source>
        <translation>东西</translation>
    </message>
    <message>
        <source>places</source>
        <translation>地方</translation>
    </message>
    <message>
        <source>loss, nats per pair</source>
        <translation>损失（每对，奈特）</translation>
    </message>
    <message>
        <source>words read: %1</source>
        <translation>已读词数：%1</translation>
    </message>
    <message>
        <source>No loss yet: the run has not begun.</source>
        <translation>还没有损失：训练还没开始。</translation>
    </message>
    <message>
        <source>Loss after %1 words: %2 nats per pair</source>
        <translation>读过 %1 个词后的损失：每对 %2 奈特</translation>
    </message>
    <message>
        <source>Fresh vectors, drawn from the seed: no word lies near another for a reason. The two axes hold %1 of their variance.</source>
        <translation>由种子抽出的初始向量：哪个词靠近哪个词都没有道理。两个轴包含了方差的 %1。</translation>
    </message>
    <message>
        <source>After %1 of %2 words a pair costs %3 nats on average; words that stand in like places come together. The two axes hold %4 of the variance.</source>
        <translation>读了 %2 个词中的 %1 个之后，每对平均损失 %3 奈特；处境相似的词会聚到一起。两个轴包含了方差的 %4。</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>who is meant</source>
        <translation>指代</translation>
    </message>
    <message>
        <source>word meaning</source>
        <translation>词义</translation>
    </message>
    <message>
        <source>feeling</source>
        <translation>情感</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>arithmetic</source>
        <translation>算术</translation>
    </message>
    <message>
        <source>held-out loss</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>exact match</source>
        <translation>完全答对</translation>
    </message>
    <message>
        <source>family</source>
        <translation>模型家族</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>context</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>hidden units</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>总步数</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>final rate</source>
        <translation>最终学习率</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>clipping at</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>whether a choice of a run is made</extracomment>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 %2 (instead of %3)</source>
        <extracomment>a setting of one run and, in brackets, of the other: &quot;dropout 0.1 (instead of 0)&quot;</extracomment>
        <translation>%1 %2（另一个是 %3）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>token embedding</source>
        <translation>词嵌入</translation>
    </message>
    <message>
        <source>position embedding</source>
        <translation>位置嵌入</translation>
    </message>
    <message>
        <source>segment embedding</source>
        <translation>句段嵌入</translation>
    </message>
    <message>
        <source>output embedding</source>
        <translation>输出嵌入</translation>
    </message>
    <message>
        <source>norm of the embedding</source>
        <translation>嵌入归一化</translation>
    </message>
    <message>
        <source>final norm</source>
        <translation>最后的归一化</translation>
    </message>
    <message>
        <source>hidden layer</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>pooler</source>
        <translation>汇总层</translation>
    </message>
    <message>
        <source>classifier</source>
        <translation>分类器</translation>
    </message>
    <message>
        <source>unembedding</source>
        <translation>解嵌入</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>hours and minutes</extracomment>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>running</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1, from %2 at step %3</source>
        <extracomment>of a run that branched off another: %1 its number, %2 the other&apos;s, %3 the step at which it did</extracomment>
        <translation>%1，来自 %2 的第 %3 步</translation>
    </message>
    <message>
        <source>About %1 · %2 parameters · %3 of memory</source>
        <extracomment>%1 a time such as &quot;58 s&quot;, %2 how many numbers are learned, %3 &quot;12 MB&quot;</extracomment>
        <translation>约 %1 · %2 个参数 · 内存 %3</translation>
    </message>
</context>
<context>
    <name>SimilarityDrawing</name>
    <message>
        <source>With one word there is nothing to compare: add another.</source>
        <translation>只有一个词，没有可比的：再加一个。</translation>
    </message>
    <message>
        <source>Most alike: %1, cosine %2. Least alike: %3, cosine %4.</source>
        <translation>最相似：%1，余弦 %2。最不相似：%3，余弦 %4。</translation>
    </message>
    <message>
        <source>Chosen: %1, cosine %2, an angle of %3°.</source>
        <translation>所选：%1，余弦 %2，夹角 %3°。</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>去掉 %1</translation>
    </message>
    <message>
        <source>Cosines of %1</source>
        <translation>%1 的余弦</translation>
    </message>
    <message>
        <source>%1 – %2: cosine %3, angle %4°</source>
        <translation>%1 – %2：余弦 %3，夹角 %4°</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>A direction needs at least one pair of words that the model knows.</source>
        <translation>方向至少需要一对模型认识的词。</translation>
    </message>
    <message>
        <source>Which words shall be laid along the direction? Type some that the model knows.</source>
        <translation>要把哪些词放到这个方向上？请输入模型认识的词。</translation>
    </message>
    <message>
        <source>One direction holds %1 of what tells the pairs apart. On average the words lean %2 along it (mean size of the cosine); neutralised, %3.</source>
        <translation>一个方向就包含了各对词差别的 %1。这些词平均向它倾斜 %2（余弦绝对值的平均）；中和之后为 %3。</translation>
    </message>
    <message>
        <source>The bias that was set (%1) is known for each occupation: the measured lean goes with it, r = %2.</source>
        <translation>设定的偏见（%1）对每个职业都是已知的：测得的倾斜与它一致，r = %2。</translation>
    </message>
    <message>
        <source>After the removal the correlation of what is known with how much nearer a word is to the first words of the pairs than to the second is r = %1.</source>
        <translation>去掉之后，一个词离各对中第一个词比离第二个词近多少，与已知值的相关是 r = %1。</translation>
    </message>
    <message>
        <source>known share of “%1”</source>
        <translation>“%1”的已知比例</translation>
    </message>
    <message>
        <source>%1: cosine with the direction %2 before, %3 after; nearer to the first words by %4 before, %5 after</source>
        <translation>%1：与方向的余弦，之前 %2，之后 %3；离第一个词更近的程度，之前 %4，之后 %5</translation>
    </message>
    <message>
        <source>known share %1</source>
        <translation>已知比例 %1</translation>
    </message>
    <message>
        <source>Filled: the word as it was learned. Hollow: after its part along the direction is removed. Printed: the cosine before.</source>
        <translation>实心：学到的样子。空心：去掉沿该方向的部分之后。数字：去掉之前的余弦。</translation>
    </message>
    <message>
        <source>Bolukbasi et al. (2016), section 6. Step 1: the direction is the first singular vector of the pairs&apos; differences. Step 2a, neutralise: w := (w − w_B) / |w − w_B|.</source>
        <translation>Bolukbasi 等（2016）第 6 节。第 1 步：方向是各对词之差的第一奇异向量。第 2a 步，中和：w := (w − w_B) / |w − w_B|。</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>change</source>
        <extracomment>after − before, of a weight in an optimizer step</extracomment>
        <translation>变化</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Next words</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>after “%1”</source>
        <translation>在“%1”之后</translation>
    </message>
    <message>
        <source>the mean of all words</source>
        <translation>所有词的平均</translation>
    </message>
    <message>
        <source>−log of its probability</source>
        <translation>−log(它的概率)</translation>
    </message>
    <message>
        <source>Words that fit</source>
        <translation>合适的词</translation>
    </message>
    <message>
        <source>in the place of “%1”</source>
        <extracomment>%1 is a word of the sentence</extracomment>
        <translation>在“%1”的位置上</translation>
    </message>
    <message>
        <source>what the text is taken for</source>
        <translation>模型把这段文本归为哪一类</translation>
    </message>
    <message>
        <source>the mean of all pairs</source>
        <translation>所有对的平均</translation>
    </message>
    <message>
        <source>%1 time steps</source>
        <extracomment>On the card of a recurrent layer: it goes round once for each word.</extracomment>
        <translation>%1 个时间步</translation>
    </message>
    <message>
        <source>m: mean of gradients</source>
        <extracomment>the optimizer&apos;s running mean of the gradients</extracomment>
        <translation>m：梯度的平均</translation>
    </message>
    <message>
        <source>v: mean of squares</source>
        <extracomment>the optimizer&apos;s running mean of the squared gradients</extracomment>
        <translation>v：梯度平方的平均</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>%1 is what used a tensor and so adds to its gradient</extracomment>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>Σ of %1</source>
        <extracomment>A gradient that is the sum of what several users of a tensor say of it: %1 is their number.</extracomment>
        <translation>%1 项之和</translation>
    </message>
    <message>
        <source>the loss does not depend on it</source>
        <translation>损失与它无关</translation>
    </message>
    <message>
        <source>no gradient yet</source>
        <translation>还没有梯度</translation>
    </message>
    <message>
        <source>%1, time step %2</source>
        <extracomment>a tensor of a recurrent network, at one time step</extracomment>
        <translation>%1，第 %2 个时间步</translation>
    </message>
    <message>
        <source>change of %1</source>
        <extracomment>the difference between two runs; %1 is a tensor</extracomment>
        <translation>%1 的变化</translation>
    </message>
    <message>
        <source>the other run has none like it</source>
        <translation>另一次运行里没有对应的张量</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>没有可比较的运行</translation>
    </message>
    <message>
        <source>%1 of %2 words</source>
        <extracomment>how many columns of a wide matrix are shown</extracomment>
        <translation>%2 个词中的 %1 个</translation>
    </message>
    <message>
        <source>head %1: %2</source>
        <extracomment>%1 is the number of a head, %2 what was done to it</extracomment>
        <translation>头 %1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is &quot;Encoder&quot; or &quot;Decoder&quot;, %2 a gradient: Encoder: dL/dH</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: hidden states</source>
        <extracomment>%1 is &quot;Encoder&quot; or &quot;Decoder&quot;; the hidden states of all time steps</extracomment>
        <translation>%1：各步隐藏状态</translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message>
        <source>Each word&apos;s features are shifted to mean 0 and stretched to variance 1, then scaled by a learned gain and moved by a learned bias. So the numbers keep a size that the next part can work with.</source>
        <translation>每个词的特征先平移到平均值 0、伸缩到方差 1，再乘以学到的增益、加上学到的偏置。这样数的大小就总是适合下一部分使用。</translation>
    </message>
    <message>
        <source> What follows turns the result into next words.</source>
        <translation>接下来的部分把结果变成下一个词。</translation>
    </message>
    <message>
        <source> Attention reads the result.</source>
        <translation>注意力读取这个结果。</translation>
    </message>
    <message>
        <source> The feed-forward layer reads the result.</source>
        <translation>前馈层读取这个结果。</translation>
    </message>
    <message>
        <source>These numbers were learned in training. They are the same for every sentence.</source>
        <translation>这些数是训练中学到的，对每个句子都一样。</translation>
    </message>
    <message>
        <source>Each word picks its own row of the embedding matrix. The row is all that the model knows of the word by itself: the same word gets the same row wherever it stands.</source>
        <translation>每个词从嵌入矩阵里取出自己的一行。这一行就是模型对这个词本身所知道的一切：同一个词无论在哪里，取到的都是同一行。</translation>
    </message>
    <message>
        <source>Each place in the sentence picks its own row of the position matrix. Without it the model could not tell where in the sentence a word stands.</source>
        <translation>句子里的每个位置从位置矩阵里取出自己的一行。没有它，模型就不知道一个词在句子的什么地方。</translation>
    </message>
    <message>
        <source>The row of the word and the row of its place are added, number by number. From here on every word has one row of features that says both what it is and where it is.</source>
        <translation>词的那一行与位置的那一行逐个数相加。从这里起，每个词都有一行特征，既说明它是什么，也说明它在哪里。</translation>
    </message>
    <message>
        <source>Every word forms a query: what it is looking for in the words before it and in itself. It is the word&apos;s row times a learned matrix, plus a bias. Each head owns some of the columns.</source>
        <translation>每个词形成一个查询：它想在前面的词和自己身上找什么。查询是这个词的那一行乘以学到的矩阵，再加偏置。每个头占其中的几列。</translation>
    </message>
    <message>
        <source>Every word forms a key: how it can be found by others. A word&apos;s query is compared with the keys of the words up to it, and the better they fit, the more attention it pays.</source>
        <translation>每个词形成一个键：别的词凭什么找到它。一个词的查询要与它自己及前面各词的键比较，越吻合，给的注意力就越多。</translation>
    </message>
    <message>
        <source>Every word forms a value: what it hands over to a word that attends to it. The key decides how much is taken, the value what is taken.</source>
        <translation>每个词形成一个值：别的词关注它时，它交出去的内容。键决定取多少，值决定取什么。</translation>
    </message>
    <message>
        <source>The query of each word is compared with the key of each word: both are multiplied number by number and added up. A large score means that they fit. Each head does this with its own features.</source>
        <translation>每个词的查询与每个词的键比较：逐个数相乘再相加。分数大，表示两者吻合。每个头都用自己的特征来做。</translation>
    </message>
    <message>
        <source>All scores are divided by the square root of the number of features in a head. Sums of more products grow larger; the division keeps the softmax from giving everything to one word.</source>
        <translation>所有分数都除以每个头特征数的平方根。相加的乘积越多，和就越大；除一下，softmax 才不会把全部注意力都给一个词。</translation>
    </message>
    <message>
        <source>A word may not look at later words, because it is those that the model learns to predict. Their scores become minus infinity, so that the softmax gives them exactly nothing.</source>
        <translation>一个词不能看后面的词，因为模型要学的正是预测它们。它们的分数变成负无穷，softmax 就一点也不分给它们。</translation>
    </message>
    <message>
        <source>The softmax turns each row of scores into shares: none is negative, and each row adds up to 1. A row says how a word divides its attention among itself and the words before it.</source>
        <translation>softmax 把每一行分数变成比例：没有负数，每行加起来是 1。一行说明一个词怎样把注意力分给自己和前面的词。</translation>
    </message>
    <message>
        <source>Each word takes the values of the words it attends to, each times its share, and adds them up. This is where information moves from one word to another.</source>
        <translation>每个词取来它所关注的词的值，各乘以相应的比例，再加起来。信息就是在这里从一个词传到另一个词的。</translation>
    </message>
    <message>
        <source>The results of all heads are laid side by side. No number changes: every word has one row again, with a stretch for each head.</source>
        <translation>所有头的结果并排放在一起。数都不变：每个词又有了一行，其中每个头占一段。</translation>
    </message>
    <message>
        <source>A learned matrix mixes what the heads found into one row of features for each word. It is what attention has to say about the word.</source>
        <translation>一个学到的矩阵把各个头找到的内容混合成每个词的一行特征。这就是注意力对这个词要说的话。</translation>
    </message>
    <message>
        <source>What attention found is added to the row that came in. The row is not replaced, so nothing is lost, and the gradient has a straight way back.</source>
        <translation>注意力找到的内容加到进来的那一行上，这叫残差连接。那一行没有被替换，所以什么也没丢，梯度也有一条直路可以回去。</translation>
    </message>
    <message>
        <source>The feed-forward layer works on each word by itself. A learned matrix spreads its features over four times as many hidden units; each unit reacts to a pattern of its own.</source>
        <translation>前馈层单独处理每个词。一个学到的矩阵把它的特征展开成隐藏单元，个数是特征数的 4 倍；每个单元各对一种模式作出反应。</translation>
    </message>
    <message>
        <source>GELU bends each number: large ones pass, very negative ones become almost 0. Without such a bend two layers could do no more than one.</source>
        <translation>GELU 把每个数“弯”一下：大的数几乎原样通过，很负的数几乎变成 0。没有这样的非线性，两层能做的并不比一层多。</translation>
    </message>
    <message>
        <source>A second learned matrix brings the hidden units back to the width of a word&apos;s row. It is what the feed-forward layer has to say about the word.</source>
        <translation>第二个学到的矩阵把隐藏单元变回一个词那一行的宽度。这就是前馈层对这个词要说的话。</translation>
    </message>
    <message>
        <source>What the feed-forward layer found is added to the row that came in. This is what the block hands on: one row of features for each word, as before, but knowing more of the words before it.</source>
        <translation>前馈层找到的内容加到进来的那一行上，这也是残差连接。这就是这一块交出去的东西：和之前一样，每个词一行特征，只是对前面的词知道得更多了。</translation>
    </message>
    <message>
        <source>Each word&apos;s row is compared with every word of the vocabulary: a dot product gives each of them one number. The larger the number, the more the model expects that word next.</source>
        <translation>每个词的那一行与词表里的每个词比较：用点积给词表里的每个词一个数。数越大，模型越认为下一个词是它。</translation>
    </message>
    <message>
        <source>The softmax turns each row of logits into shares that add up to 1: how likely the model finds each word as the next. The row of the last word says how the sentence may go on.</source>
        <translation>softmax 把每一行 logits 变成加起来为 1 的概率：模型认为每个词作为下一个词有多大可能。最后一个词的那一行说明句子可能怎样继续。</translation>
    </message>
    <message>
        <source>The losses of all words that have a next one are averaged to one number. Training means making this number smaller. From here the way leads back.</source>
        <translation>凡是有下一个词的词，把它们的损失平均成一个数。训练就是让这个数变小。从这里开始往回走。</translation>
    </message>
    <message>
        <source>A word&apos;s row gets the gradients from all places where the word was used. Rows of words that played no part have gradient 0. If the matrix also makes the logits, that part is added.</source>
        <translation>一个词的那一行得到它所有出现处的梯度。没有出现的词，梯度为 0。如果这个矩阵还用来算 logits，那一部分也加上。</translation>
    </message>
    <message>
        <source>Each position&apos;s row gets the gradient of the input at that place. Positions beyond the end of the sentence have gradient 0.</source>
        <translation>每个位置的那一行得到输入在该处的梯度。句子结尾之后的位置梯度为 0。</translation>
    </message>
    <message>
        <source>The gain multiplied a feature of every word. So its gradient adds up, over the words, the gradient behind it times the normalised number.</source>
        <translation>增益乘在每个词的同一个特征上。所以它的梯度是：每个词处，用后面传来的梯度乘以归一化后的数，再对所有词加起来。</translation>
    </message>
    <message>
        <source>The bias was added to every word&apos;s row, so its gradient is the sum of what arrives at all words. It says how the loss would change if the bias grew a little.</source>
        <translation>偏置加到了每个词的那一行上，所以它的梯度是所有词处传来的梯度之和。它说明偏置增大一点时损失会怎样变。</translation>
    </message>
    <message>
        <source>Each weight linked one input feature with one output feature, for every word. Its gradient adds up, over the words, the input times the gradient of the output. It says how the loss would change if the weight grew a little.</source>
        <translation>每个权重对每个词都把一个输入特征和一个输出特征连起来。它的梯度是：每个词处，用输入乘以输出的梯度，再对所有词加起来。它说明权重增大一点时损失会怎样变。</translation>
    </message>
    <message>
        <source>The way back starts here. If the loss grows by a little, the loss grows by just that much: the gradient is 1. Every other gradient is worked out from this one.</source>
        <translation>反向从这里开始。损失增大一点，损失就恰好增大那么多：梯度是 1。其他所有梯度都由它推算出来。</translation>
    </message>
    <message>
        <source>The loss is a mean, so each word that counts has the same share in it: 1 divided by their number. The last word, which has no next one, has gradient 0.</source>
        <translation>损失是平均值，所以每个计入的词所占的比例相同：1 除以它们的个数。最后一个词没有下一个词，梯度为 0。</translation>
    </message>
    <message>
        <source>The gradient is the probability that the model gave a word, minus 1 for the word that really came, times the word&apos;s share in the mean. Going against it raises the right word and lowers the others.</source>
        <translation>梯度是模型给一个词的概率（实际出现的词再减 1），乘以这个位置在平均值中所占的比例。逆着梯度走一步，实际出现的词的分数升高，其余的降低。</translation>
    </message>
    <message>
        <source>The loss is worked out from the logits directly, so no gradient passes through the probabilities.</source>
        <translation>损失直接由 logits 算出，所以没有梯度经过概率。</translation>
    </message>
    <message>
        <source>The row went into the LayerNorm behind it and nowhere else. Its gradient comes back through that: what would only shift or stretch the whole row is taken out, as the LayerNorm undoes it.</source>
        <translation>这一行只进入了后面的层归一化。它的梯度经那里传回：只会让整行平移或伸缩的部分被去掉了，因为层归一化会把它抵消。</translation>
    </message>
    <message>
        <source>The row was used twice: it went straight on to the next sum, and through a LayerNorm into the part beside it. The gradients of both ways are added up.</source>
        <translation>这一行用了两次：一路直接去下一个求和，一路经层归一化进入旁边的部分。两路的梯度相加。</translation>
    </message>
    <message>
        <source>A sum passes its gradient unchanged to everything that was added. So this gradient equals the one behind the sum.</source>
        <translation>求和把梯度原样传给每个加数。所以这个梯度等于求和之后的那个梯度。</translation>
    </message>
    <message>
        <source>Each hidden unit fed all output features. Its gradient adds up theirs, each times the weight that linked the two: the same matrix as on the way forward, read the other way round.</source>
        <translation>每个隐藏单元都送往所有输出特征。它的梯度是把它们的梯度各乘以连接两者的权重，再加起来：还是前向用的那个矩阵，只是倒过来读。</translation>
    </message>
    <message>
        <source>The gradient behind GELU is multiplied by the slope of GELU at this very number. Where the curve is flat, almost nothing passes back.</source>
        <translation>GELU 之后的梯度乘以 GELU 在这个数处的斜率。曲线平坦的地方，几乎没有梯度传回。</translation>
    </message>
    <message>
        <source>Each number of the heads fed all features of the output. Its gradient adds up theirs, each times the weight that linked the two.</source>
        <translation>各个头的每个数都送往输出的所有特征。它的梯度是把它们的梯度各乘以连接两者的权重，再加起来。</translation>
    </message>
    <message>
        <source>The gradient is cut into one stretch for each head, as the heads were laid side by side. No number changes.</source>
        <translation>梯度按头切成一段一段，就像各个头当初并排放着那样。数都不变。</translation>
    </message>
    <message>
        <source>A word&apos;s value went to every word that attended to it. Its gradient adds up theirs, each times the share of attention that was paid.</source>
        <translation>一个词的值送给了所有关注它的词。它的梯度是把它们的梯度各乘以当时的注意力权重，再加起来。</translation>
    </message>
    <message>
        <source>This says how the loss would change if a word paid a little more attention to another. It is the gradient behind, multiplied number by number by the other word&apos;s value, and added up.</source>
        <translation>它说明一个词多关注另一个词一点时，损失会怎样变。它是后面的梯度与另一个词的值逐个数相乘再相加。</translation>
    </message>
    <message>
        <source>Shares of a softmax compete: raising one score takes from all others of its row. So each score gets its share times the difference between its own gradient and the row&apos;s average, weighted by the shares. Each row adds up to 0.</source>
        <translation>softmax 的各个比例互相竞争：一个分数升高，同一行其他的比例就减少。所以每个分数的梯度是：它的比例，乘以这个比例的梯度与整行平均（按比例加权）之差。每行加起来是 0。</translation>
    </message>
    <message>
        <source>Where the mask let a score through, its gradient passes unchanged. Hidden scores changed nothing, so their gradient is 0.</source>
        <translation>掩码放过的分数，梯度原样通过。被遮住的分数什么也没有改变，所以梯度是 0。</translation>
    </message>
    <message>
        <source>On the way forward the scores were divided by the square root of the head&apos;s width. On the way back their gradients are divided by the same number.</source>
        <translation>前向时分数除以头的宽度的平方根，反向时它们的梯度也除以同一个数。</translation>
    </message>
    <message>
        <source>A word&apos;s query made all the scores of its row. Its gradient adds up the gradients of those scores, each times the key that the query was compared with.</source>
        <translation>一个词的查询产生了它那一行的所有分数。它的梯度是把这些分数的梯度各乘以当时比较的键，再加起来。</translation>
    </message>
    <message>
        <source>A word&apos;s key made all the scores of its column. Its gradient adds up the gradients of those scores, each times the query that asked.</source>
        <translation>一个词的键产生了它那一列的所有分数。它的梯度是把这些分数的梯度各乘以提问的查询，再加起来。</translation>
    </message>
    <message>
        <source>The input was the sum of both embeddings, so each gets the gradient of the input unchanged. From here it goes on into the row of the matrix that was picked.</source>
        <translation>输入是两个嵌入之和，所以两者都原样得到输入的梯度。从这里再传到矩阵中当初取出的那一行。</translation>
    </message>
    <message>
        <source>AdamW moves every number against its gradient, so that the loss would fall. It divides by the gradient&apos;s usual size, so that in a first step nearly every number moves by the learning rate η.</source>
        <translation>AdamW 让每个数逆着自己的梯度移动，使损失下降。它还除以梯度通常的大小，所以第一步里几乎每个数移动的幅度都约为学习率 η。</translation>
    </message>
    <message>
        <source> As this is a matrix, weight decay also pulls each number a little towards 0.</source>
        <translation>因为这是矩阵，权重衰减还会把每个数往 0 拉一点。</translation>
    </message>
    <message>
        <source> Biases and gains are not pulled towards 0: weight decay is for matrices only.</source>
        <translation>偏置和增益不会往 0 拉：权重衰减只用于矩阵。</translation>
    </message>
    <message>
        <source> This is one step from zero moments, on a copy: the model itself is not changed.</source>
        <translation>这是在副本上、一阶矩和二阶矩都从 0 开始的一步：模型本身没有改变。</translation>
    </message>
    <message>
        <source>The features of each head are turned in pairs, by an angle that grows with the word&apos;s place. A query and a key turned like this compare by how far apart the words stand.</source>
        <translation>每个头的特征两两一对地旋转，角度随词的位置增大。这样转过的查询和键相比较时，看的是两个词相距多远。</translation>
    </message>
    <message>
        <source>A word&apos;s turned query made all the scores of its row. Its gradient adds up the gradients of those scores, each times the turned key that it was compared with.</source>
        <translation>一个词旋转后的查询产生了它那一行的所有分数。它的梯度是把这些分数的梯度各乘以当时比较的旋转后的键，再加起来。</translation>
    </message>
    <message>
        <source>Keys are turned in the same way as queries, each by the angle of its own place. Words that stand equally far apart then have the same angle between them, wherever they stand.</source>
        <translation>键和查询以同样的方式旋转，各按自己位置的角度。这样，相距同样远的两个词，无论在句子的什么地方，夹角都相同。</translation>
    </message>
    <message>
        <source>A word&apos;s turned key made all the scores of its column. Its gradient adds up the gradients of those scores, each times the turned query that asked.</source>
        <translation>一个词旋转后的键产生了它那一列的所有分数。它的梯度是把这些分数的梯度各乘以提问的旋转后的查询，再加起来。</translation>
    </message>
    <message>
        <source>The keys of the words before were kept, so that they need not be worked out again. The new word&apos;s key is put behind them.</source>
        <translation>前面各词的键都保留着，不必重新计算。新词的键接在它们后面。</translation>
    </message>
    <message>
        <source>Only the new word&apos;s key is part of this step. It gets its part of the gradient; what was remembered gets none.</source>
        <translation>这一步里只有新词的键参与。它得到属于自己的那部分梯度；记住的内容没有梯度。</translation>
    </message>
    <message>
        <source>The values of the words before were kept as well. The new word&apos;s value is put behind them.</source>
        <translation>前面各词的值也都保留着。新词的值接在它们后面。</translation>
    </message>
    <message>
        <source>Only the new word&apos;s value is part of this step. It gets its part of the gradient; what was remembered gets none.</source>
        <translation>这一步里只有新词的值参与。它得到属于自己的那部分梯度；记住的内容没有梯度。</translation>
    </message>
    <message>
        <source>Something is taken away from each score that grows with the distance of the two words. Each head has a steepness of its own, so some heads look far and others stay near.</source>
        <translation>每个分数都减去一个随两词距离增大的数。各头的陡度不同，所以有的头看得远，有的头只看近处。</translation>
    </message>
    <message>
        <source>What was taken away did not depend on the score, so the gradient passes unchanged. Where a mask hid the score, it is 0.</source>
        <translation>减去的数与分数无关，所以梯度原样通过。被掩码遮住的分数，梯度是 0。</translation>
    </message>
    <message>
        <source>What was found in the source text is added to the row that came in. The row is not replaced, so nothing is lost.</source>
        <translation>在源文本中找到的内容加到进来的那一行上。这一行没有被替换，所以什么都不会丢失。</translation>
    </message>
    <message>
        <source>Everything that read these features sends its gradient back through its own weights. Before attention these are query, key and value: three parts, added up.</source>
        <translation>凡是读了这些特征的部分，都经自己的权重把梯度传回来。在注意力之前，读它的是查询、键和值：三部分相加。</translation>
    </message>
    <message>
        <source>A second learned matrix makes one more number for each hidden unit: how far its gate is to open. The hidden unit itself is left as it is for now.</source>
        <translation>第二个学到的矩阵为每个隐藏单元再算出一个数：它的门要开多大。隐藏单元本身暂时不变。</translation>
    </message>
    <message>
        <source>The gradient behind the activation function is multiplied by the slope of that function at this very number. Where the curve is flat, almost nothing passes back.</source>
        <translation>激活函数之后的梯度乘以函数在这个数处的斜率。曲线平坦的地方，几乎没有梯度传回。</translation>
    </message>
    <message>
        <source>Each hidden unit is multiplied by its gate. What meets a closed gate has no part in what follows.</source>
        <translation>每个隐藏单元都乘以自己的门。门关着的，后面就没有它的份。</translation>
    </message>
    <message>
        <source>Each gated unit fed all output features. Its gradient adds up theirs, each times the weight that linked the two.</source>
        <translation>经过门的每个单元都供给全部输出特征。它的梯度是这些特征的梯度各乘以相连的权重再加起来。</translation>
    </message>
    <message>
        <source>Each hidden unit speaks for some words of the vocabulary and against others. Added up, this is what the hidden layer expects next.</source>
        <translation>每个隐藏单元支持词表中的一些词、反对另一些词。加在一起，就是隐藏层对下一个词的预期。</translation>
    </message>
    <message>
        <source>The logits are the sum of two parts, and a sum passes its gradient unchanged to everything that was added. So both parts have the gradient of the logits.</source>
        <translation>logits 是两部分之和，而求和会把梯度原样传给每个加数。所以两部分的梯度都等于 logits 的梯度。</translation>
    </message>
    <message>
        <source>The rows of the last words also speak for the next word without the hidden layer, through a matrix of their own. What a single word makes likely is learned here more easily.</source>
        <translation>最近几个词的行向量也可以不经过隐藏层，通过另一个矩阵直接影响下一个词。单个词就能预示的东西在这里更容易学到。</translation>
    </message>
    <message>
        <source>The row is compared with the word that came and with a few words drawn at random. A dot product gives each of them one number: the larger, the better they fit.</source>
        <translation>把这一行与真正出现的词以及几个随机抽取的词比较。点积给每个候选词一个数：数越大，越相配。</translation>
    </message>
    <message>
        <source>The gradient is the model&apos;s belief that the candidate came, minus 1 for the word that did, times the word&apos;s share in the mean. Going against it raises the score of that word and lowers those of the drawn ones.</source>
        <translation>梯度等于模型认为该候选词真正出现的把握，对真正出现的词再减 1，然后乘以该词在平均中所占的份额。逆着梯度走，会提高真正出现的词的得分，降低抽来的词的得分。</translation>
    </message>
    <message>
        <source>The model must tell the word that came from those drawn against it. A candidate costs little where a word that came has a large score, or a drawn one a very negative score.</source>
        <translation>模型要把真正出现的词与抽来的词区分开。真正出现的词得分高，或抽来的词得分很低时，该候选词的代价就小。</translation>
    </message>
    <message>
        <source>The costs of a word&apos;s candidates were added up, and a sum passes its gradient on unchanged. So all candidates of a word have the same gradient here.</source>
        <translation>一个词的各候选词的代价被加在一起，而求和会原样传回梯度。所以同一个词的所有候选词在这里的梯度相同。</translation>
    </message>
    <message>
        <source>For each word we know which word really came next. Its loss is minus the logarithm of the probability that the model gave it: 0 for certainty, more the more it was surprised.</source>
        <translation>对每个词，我们都知道实际的下一个词是什么。它的损失是模型给那个词的概率取对数，再取负：完全确定时为 0，越意外就越大。</translation>
    </message>
    <message>
        <source>The row of one word stands for the whole text. A learned matrix prepares it for the question about the text.</source>
        <translation>用一个词的那一行代表整段文本。一个学到的矩阵把它整理好，用来回答关于这段文本的问题。</translation>
    </message>
    <message>
        <source>The text&apos;s row was compared with every class. Its gradient adds up the gradients of the classes, each times the weight that linked the two.</source>
        <translation>这段文本的那一行与每个类别都比较过。它的梯度是把各类别的梯度各乘以连接两者的权重，再加起来。</translation>
    </message>
    <message>
        <source>The text&apos;s row is compared with every class: a dot product gives each of them one number. The larger the number, the more the model believes in that class.</source>
        <translation>文本的那一行与每个类别比较：点积给每个类别一个数。数越大，模型越相信是这个类别。</translation>
    </message>
    <message>
        <source>The gradient is the probability that the model gave a class, minus 1 for the right one. Going against it raises the right class and lowers the others.</source>
        <translation>梯度是模型给一个类别的概率，正确的类别再减 1。逆着梯度走一步，正确类别的分数升高，其余的降低。</translation>
    </message>
    <message>
        <source>The softmax turns the class logits into shares that add up to 1: how likely the model finds each class. The largest is its answer.</source>
        <translation>softmax 把各类别的 logits 变成加起来为 1 的概率：模型认为每个类别有多大可能。最大的那个就是它的回答。</translation>
    </message>
    <message>
        <source>The right class of the text is known. Its loss is minus the logarithm of the probability that the model gave it: 0 for certainty, more the more it was surprised.</source>
        <translation>这段文本的正确类别是已知的。损失是模型给它的概率取对数，再取负：完全确定时为 0，越意外就越大。</translation>
    </message>
    <message>
        <source>There is one text, so its loss is the whole loss of the task. Its gradient passes on unchanged.</source>
        <translation>这里只有一段文本，所以它的损失就是任务的全部损失。梯度原样传过来。</translation>
    </message>
    <message>
        <source>The losses of all words are averaged to one number. It is one of the two parts of the loss: how well the model tells the words.</source>
        <translation>所有词的损失平均成一个数。它是损失的两部分之一：模型预测各个词有多准。</translation>
    </message>
    <message>
        <source>The loss is a sum, so this part gets the gradient 1. From here it is shared among the words.</source>
        <translation>损失是一个和，所以这一部分的梯度是 1。从这里再分给各个词。</translation>
    </message>
    <message>
        <source>This is how badly the model told the class of the text. Where the words count as well, it is one of the two parts of the loss.</source>
        <translation>它说明模型判断这段文本的类别错得有多厉害。如果各个词也计入，它就是损失的两部分之一。</translation>
    </message>
    <message>
        <source>The loss counts this part λ times, so its gradient is λ; where it is the whole loss, 1. From here it goes back to the class logits.</source>
        <translation>这一部分在损失里乘了 λ，所以梯度是 λ；如果它就是全部损失，梯度是 1。从这里再传回各类别的 logits。</translation>
    </message>
    <message>
        <source>The layer goes through the text word by word. This is the row of the word whose turn it is.</source>
        <translation>这一层逐个词地读文本。这是当前轮到的那个词的一行。</translation>
    </message>
    <message>
        <source>Every sum of this time step read the row. Their gradients come back through the weights that linked them, and are added up.</source>
        <translation>这个时间步里的每个和都读了这一行。它们的梯度经各自的权重传回，再加起来。</translation>
    </message>
    <message>
        <source>What the network remembers before it has read a word. Where nothing came before, it is 0 everywhere.</source>
        <translation>网络读第一个词之前所记得的内容。如果之前什么也没有，就全是 0。</translation>
    </message>
    <message>
        <source>The first time step read this state. What reaches it has come back through all time steps: the longer the way, the less is often left.</source>
        <translation>第一个时间步读了这个状态。传到这里的梯度穿过了所有时间步：路越长，剩下的往往越少。</translation>
    </message>
    <message>
        <source>What the cells hold before a word was read. Where nothing came before, it is 0 everywhere.</source>
        <translation>读第一个词之前细胞里存着的内容。如果之前什么也没有，就全是 0。</translation>
    </message>
    <message>
        <source>The first time step kept a part of this state. What reaches it has come back through the forget gates of all time steps.</source>
        <translation>第一个时间步保留了这个状态的一部分。传到这里的梯度穿过了所有时间步的遗忘门。</translation>
    </message>
    <message>
        <source>The word&apos;s row times a learned matrix, and the hidden state before times another, are added up with their biases. The result says what the hidden state is to be, but has no limits yet.</source>
        <translation>词的那一行乘以一个学到的矩阵，前一个隐藏状态乘以另一个矩阵，连同偏置一起相加。结果说明隐藏状态要成为什么，只是还没有上下限。</translation>
    </message>
    <message>
        <source>The sum was squeezed by tanh into the range from −1 to 1. Its gradient is the one behind, times the slope of the curve at this very number: almost nothing where the curve is flat.</source>
        <translation>这个和被 tanh 压到 −1 到 1 之间。它的梯度是后面的梯度乘以曲线在这个数处的斜率：曲线平坦的地方几乎为 0。</translation>
    </message>
    <message>
        <source>The word&apos;s row times a learned matrix, and the hidden state before times another, are added up with their biases. The result says how far the input gate is to open, but has no limits yet.</source>
        <translation>词的那一行乘以一个学到的矩阵，前一个隐藏状态乘以另一个矩阵，连同偏置一起相加。结果说明输入门要开多大，只是还没有上下限。</translation>
    </message>
    <message>
        <source>The sum was squeezed by σ into the range from 0 to 1. Its gradient is that of the gate, times the slope of the curve at this very number: almost nothing where the gate is wide open or shut.</source>
        <translation>这个和被 σ 压到 0 到 1 之间。它的梯度是门的梯度乘以曲线在这个数处的斜率：门全开或全关的地方几乎为 0。</translation>
    </message>
    <message>
        <source>σ squeezes each sum into the range from 0 to 1. The input gate says how much of the candidate is written into the cell: 0 is nothing, 1 is all of it.</source>
        <translation>σ 把每个和压到 0 到 1 之间。输入门决定候选内容有多少写进细胞：0 是一点不写，1 是全部写入。</translation>
    </message>
    <message>
        <source>The gate multiplied the candidate. So its gradient is that of what was written, times the candidate.</source>
        <translation>这个门乘了候选内容。所以它的梯度是写入部分的梯度乘以候选内容。</translation>
    </message>
    <message>
        <source>The word&apos;s row times a learned matrix, and the hidden state before times another, are added up with their biases. The result says how far the forget gate is to open, but has no limits yet.</source>
        <translation>词的那一行乘以一个学到的矩阵，前一个隐藏状态乘以另一个矩阵，连同偏置一起相加。结果说明遗忘门要开多大，只是还没有上下限。</translation>
    </message>
    <message>
        <source>σ squeezes each sum into the range from 0 to 1. The forget gate says how much of the cell state is kept: 0 forgets it, 1 keeps it as it is.</source>
        <translation>σ 把每个和压到 0 到 1 之间。遗忘门决定细胞状态保留多少：0 是忘掉，1 是原样保留。</translation>
    </message>
    <message>
        <source>The gate multiplied the cell state of the time step before. So its gradient is that of what was kept, times that cell state.</source>
        <translation>这个门乘了前一个时间步的细胞状态。所以它的梯度是保留部分的梯度乘以那个细胞状态。</translation>
    </message>
    <message>
        <source>The word&apos;s row times a learned matrix, and the hidden state before times another, are added up with their biases. The result says how far the output gate is to open, but has no limits yet.</source>
        <translation>词的那一行乘以一个学到的矩阵，前一个隐藏状态乘以另一个矩阵，连同偏置一起相加。结果说明输出门要开多大，只是还没有上下限。</translation>
    </message>
    <message>
        <source>σ squeezes each sum into the range from 0 to 1. The output gate says how much of the cell state shows in the hidden state.</source>
        <translation>σ 把每个和压到 0 到 1 之间。输出门决定细胞状态有多少显示在隐藏状态里。</translation>
    </message>
    <message>
        <source>The gate multiplied the squeezed cell state. So its gradient is that of the hidden state, times that cell state.</source>
        <translation>这个门乘了压缩后的细胞状态。所以它的梯度是隐藏状态的梯度乘以压缩后的细胞状态。</translation>
    </message>
    <message>
        <source>The word&apos;s row times a learned matrix, and the hidden state before times another, are added up with their biases. The result says how far the reset gate is to open, but has no limits yet.</source>
        <translation>词的那一行乘以一个学到的矩阵，前一个隐藏状态乘以另一个矩阵，连同偏置一起相加。结果说明重置门要开多大，只是还没有上下限。</translation>
    </message>
    <message>
        <source>σ squeezes each sum into the range from 0 to 1. The reset gate says how much of the memory takes part in the candidate: 0 begins afresh.</source>
        <translation>σ 把每个和压到 0 到 1 之间。重置门决定记忆有多少参与形成候选内容：0 就是从头开始。</translation>
    </message>
    <message>
        <source>The gate multiplied the memory&apos;s part of the candidate. So its gradient is that of the product, times the memory&apos;s part.</source>
        <translation>这个门乘了候选内容中来自记忆的部分。所以它的梯度是乘积的梯度乘以来自记忆的部分。</translation>
    </message>
    <message>
        <source>The word&apos;s row times a learned matrix, and the hidden state before times another, are added up with their biases. The result says how far the update gate is to open, but has no limits yet.</source>
        <translation>词的那一行乘以一个学到的矩阵，前一个隐藏状态乘以另一个矩阵，连同偏置一起相加。结果说明更新门要开多大，只是还没有上下限。</translation>
    </message>
    <message>
        <source>σ squeezes each sum into the range from 0 to 1. The update gate says how much of the hidden state stays: 1 keeps all of it, 0 replaces it by the candidate.</source>
        <translation>σ 把每个和压到 0 到 1 之间。更新门决定隐藏状态留下多少：1 是全部留下，0 是全部换成候选内容。</translation>
    </message>
    <message>
        <source>The gate chose between the old state and the candidate. So its gradient is that of the hidden state, times the difference of the two.</source>
        <translation>这个门在旧状态和候选内容之间取舍。所以它的梯度是隐藏状态的梯度乘以两者之差。</translation>
    </message>
    <message>
        <source>The word&apos;s row times a learned matrix, plus a bias: what the word itself brings into the candidate. The memory&apos;s part is worked out apart, since a gate stands before it.</source>
        <translation>词的那一行乘以学到的矩阵，再加偏置：这是词本身给候选内容带来的部分。来自记忆的部分要另算，因为它前面有一个门。</translation>
    </message>
    <message>
        <source>A sum passes its gradient unchanged to everything that was added. So this gradient equals that of the sum.</source>
        <translation>求和把梯度原样传给每个加数。所以这个梯度等于和的梯度。</translation>
    </message>
    <message>
        <source>The hidden state before times a learned matrix, plus a bias: what the memory could bring into the candidate. The reset gate decides how much of it does.</source>
        <translation>前一个隐藏状态乘以学到的矩阵，再加偏置：这是记忆可以给候选内容带来的部分。究竟带来多少，由重置门决定。</translation>
    </message>
    <message>
        <source>The memory&apos;s part was multiplied by the reset gate. So its gradient is the one behind, times that gate.</source>
        <translation>来自记忆的部分乘了重置门。所以它的梯度是后面的梯度乘以这个门。</translation>
    </message>
    <message>
        <source>The memory&apos;s part of the candidate is multiplied by the reset gate, number by number. What meets a shut gate has no part in the candidate.</source>
        <translation>候选内容中来自记忆的部分与重置门逐个数相乘。门关着的地方，记忆就不参与候选内容。</translation>
    </message>
    <message>
        <source>What the word brings and what the memory brings are added up. The result says what could be written, but has no limits yet.</source>
        <translation>词带来的和记忆带来的相加。结果说明可以写入什么，只是还没有上下限。</translation>
    </message>
    <message>
        <source>tanh squeezes each sum into the range from −1 to 1. The candidate is what this word could write into the memory; a gate decides how much of it is.</source>
        <translation>tanh 把每个和压到 −1 到 1 之间。候选内容是这个词可以写进记忆的东西；究竟写入多少，由一个门决定。</translation>
    </message>
    <message>
        <source>The candidate was multiplied by a gate. So its gradient is the one behind, times what that gate let through.</source>
        <translation>候选内容乘了一个门。所以它的梯度是后面的梯度乘以这个门放过的比例。</translation>
    </message>
    <message>
        <source>The cell state of the time step before is multiplied by the forget gate, number by number. This is what the cell still knows.</source>
        <translation>前一个时间步的细胞状态与遗忘门逐个数相乘。这就是细胞还记得的内容。</translation>
    </message>
    <message>
        <source>A sum passes its gradient unchanged to everything that was added. So this gradient equals that of the cell state.</source>
        <translation>求和把梯度原样传给每个加数。所以这个梯度等于细胞状态的梯度。</translation>
    </message>
    <message>
        <source>The candidate is multiplied by the input gate, number by number. This is what the word adds to the memory.</source>
        <translation>候选内容与输入门逐个数相乘。这就是这个词给记忆增加的内容。</translation>
    </message>
    <message>
        <source>What is kept and what is written are added up. The cell state is the long memory: it goes on to the next time step through nothing but a forget gate.</source>
        <translation>保留的和写入的相加。细胞状态是长期记忆：它去下一个时间步时，只经过一个遗忘门。</translation>
    </message>
    <message>
        <source>Two ways come back here: from the hidden state of this time step, and from the next cell state, times its forget gate. Where that gate is near 1, the gradient hardly fades on its way through time.</source>
        <translation>梯度从两条路回到这里：一条来自这个时间步的隐藏状态，一条来自下一个细胞状态，并乘以那里的遗忘门。门接近 1 的地方，梯度沿时间传回时几乎不会消失。</translation>
    </message>
    <message>
        <source>tanh squeezes the cell state into the range from −1 to 1. So what is shown cannot grow without limits, however much the cell holds.</source>
        <translation>tanh 把细胞状态压到 −1 到 1 之间。这样，无论细胞里存了多少，显示出来的数都不会无限增大。</translation>
    </message>
    <message>
        <source>The squeezed cell state was multiplied by the output gate. So its gradient is that of the hidden state, times that gate.</source>
        <translation>压缩后的细胞状态乘了输出门。所以它的梯度是隐藏状态的梯度乘以这个门。</translation>
    </message>
    <message>
        <source>This is what the layer shows of its memory at this time step. The next layer reads it, and so does the next time step.</source>
        <translation>这是这一层在这个时间步显示出来的记忆。下一层要读它，下一个时间步也要读它。</translation>
    </message>
    <message>
        <source>The hidden state went to what reads the layer and to the next time step. The gradients of all these ways are added up: this is back-propagation through time.</source>
        <translation>隐藏状态送给了读这一层的部分，也送给了下一个时间步。所有这些路上传回的梯度相加：这就是沿时间反向传播。</translation>
    </message>
    <message>
        <source>The hidden states of all time steps stand below each other, a row for each word. Each row knows its word and what came before it.</source>
        <translation>所有时间步的隐藏状态上下排列，每个词一行。每一行都知道自己的词和它之前的内容。</translation>
    </message>
    <message>
        <source>Each row&apos;s gradient goes back to the hidden state of its time step. No number changes.</source>
        <translation>每一行的梯度传回各自时间步的隐藏状态。数都不变。</translation>
    </message>
    <message>
        <source>One half of the layer read the text from its beginning, the other from its end. Side by side, each row knows what stands before its word and what comes after it.</source>
        <translation>这一层的一半从头读文本，另一半从尾读。两半并排后，每一行既知道自己的词前面有什么，也知道后面有什么。</translation>
    </message>
    <message>
        <source>The gradient is cut in two, as the halves were laid side by side. No number changes.</source>
        <translation>梯度切成两半，就像当初两半并排放着那样。数都不变。</translation>
    </message>
    <message>
        <source>The last hidden state of each direction, side by side. Together they have read the whole source from both ends.</source>
        <translation>两个方向各自最后的隐藏状态，并排放在一起。它们合起来从两头读完了整个源句。</translation>
    </message>
    <message>
        <source>The last cell state of each direction, side by side. Together they hold what both have kept of the source.</source>
        <translation>两个方向各自最后的细胞状态，并排放在一起。它们合起来保存着两边从源句中留下的内容。</translation>
    </message>
    <message>
        <source>One row for each word of the source: what the encoder knows at that place. The decoder can look back at any of them.</source>
        <translation>源句的每个词一行：编码器在那个位置上知道的内容。解码器可以回头看其中任何一行。</translation>
    </message>
    <message>
        <source>Every word of the answer that looked back sends its gradient, times the attention that it paid. All of them are added up.</source>
        <translation>回答中每个回头看过它的词都把梯度传回来，各乘以当时给的注意力。这些梯度全部相加。</translation>
    </message>
    <message>
        <source>The query of the answer is added to the key of each word of the source, number by number. So each pair has a row of its own.</source>
        <translation>回答这边的查询与源句每个词的键逐个数相加。这样每一对都有自己的一行。</translation>
    </message>
    <message>
        <source>Each sum was squeezed by tanh. Its gradient is the one behind, times the slope of the curve at this very number.</source>
        <translation>每个和都被 tanh 压缩过。它的梯度是后面的梯度乘以曲线在这个数处的斜率。</translation>
    </message>
    <message>
        <source>tanh squeezes each sum into the range from −1 to 1. A learned row of weights then turns each pair&apos;s row into one score.</source>
        <translation>tanh 把每个和压到 −1 到 1 之间。接着，一行学到的权重把每一对的那一行变成一个分数。</translation>
    </message>
    <message>
        <source>Each number was weighted into the score of its pair. So its gradient is that of the score, times the weight.</source>
        <translation>每个数都按权重计入了自己那一对的分数。所以它的梯度是分数的梯度乘以这个权重。</translation>
    </message>
    <message>
        <source>The words of the source, each times the attention that is paid to it, added up to one row. It is what the decoder sees of the source at this point.</source>
        <translation>源句的各个词各乘以得到的注意力，再加成一行。这就是解码器此刻看到的源句。</translation>
    </message>
    <message>
        <source>Whatever read the context sends its gradient back through its weights. From here it goes on to the words that were attended to.</source>
        <translation>凡是读了上下文向量的部分，都经自己的权重把梯度传回来。从这里再传给被关注的各个词。</translation>
    </message>
    <message>
        <source>The row of the word and the context vector are laid side by side. The decoder reads both.</source>
        <translation>词的那一行与上下文向量并排放在一起。解码器两样都读。</translation>
    </message>
    <message>
        <source>The gradient is cut in two, as the parts were laid side by side. No number changes.</source>
        <translation>梯度切成两段，就像当初两部分并排放着那样。数都不变。</translation>
    </message>
    <message>
        <source>The context vector and the decoder&apos;s hidden state are laid side by side. No number changes.</source>
        <translation>上下文向量与解码器的隐藏状态并排放在一起。数都不变。</translation>
    </message>
    <message>
        <source>A learned matrix mixes what the decoder remembers with what it found in the source. The result has no limits yet.</source>
        <translation>一个学到的矩阵把解码器记得的内容与它在源句中找到的内容混合起来。结果还没有上下限。</translation>
    </message>
    <message>
        <source>tanh squeezes the mixture into the range from −1 to 1. From this row the next word is told.</source>
        <translation>tanh 把混合的结果压到 −1 到 1 之间。下一个词就由这一行来预测。</translation>
    </message>
    <message>
        <source>The row was compared with every word of the vocabulary. Its gradient adds up theirs, each times the weight that linked the two.</source>
        <translation>这一行与词表里的每个词都比较过。它的梯度是把它们的梯度各乘以连接两者的权重，再加起来。</translation>
    </message>
    <message>
        <source>Each word&apos;s features are divided by their root mean square, so that their usual size is 1, and scaled by a learned gain. So the numbers keep a size that the next part can work with.</source>
        <translation>每个词的特征除以它们的均方根，使通常的大小为 1，再乘以学到的增益。这样数的大小就总是适合下一部分使用。</translation>
    </message>
    <message>
        <source>Every word forms a query: what it is looking for in all words of the text. It is the word&apos;s row times a learned matrix, plus a bias. Each head owns some of the columns.</source>
        <translation>每个词形成一个查询：它想在整段文本的所有词中找什么。查询是这个词的那一行乘以学到的矩阵，再加偏置。每个头占其中的几列。</translation>
    </message>
    <message>
        <source>Every word forms a query: what it is looking for in the source text. It is the word&apos;s row times a learned matrix, plus a bias. Each head owns some of the columns.</source>
        <translation>每个词形成一个查询：它想在源句中找什么。查询是这个词的那一行乘以学到的矩阵，再加偏置。每个头占其中的几列。</translation>
    </message>
    <message>
        <source>Every word forms a key: how it can be found by others. A word&apos;s query is compared with the keys of all words, and the better they fit, the more attention it pays.</source>
        <translation>每个词形成一个键：别的词凭什么找到它。一个词的查询要与所有词的键比较，越吻合，给的注意力就越多。</translation>
    </message>
    <message>
        <source>Every word of the source forms a key: how it can be found from the answer. The query of a word of the answer is compared with the keys of the source, and the better they fit, the more attention it pays.</source>
        <translation>源句的每个词形成一个键：回答中的词凭什么找到它。回答中一个词的查询要与源句各词的键比较，越吻合，给的注意力就越多。</translation>
    </message>
    <message>
        <source>The softmax turns each row of scores into shares: none is negative, and each row adds up to 1. A row says how a word divides its attention among all words of the text.</source>
        <translation>softmax 把每一行分数变成比例：没有负数，每行加起来是 1。一行说明一个词怎样把注意力分给整段文本的所有词。</translation>
    </message>
    <message>
        <source>The softmax turns each row of scores into shares: none is negative, and each row adds up to 1. The row of the word that was just read says how the decoder divides its attention among the words of the source, to tell the word after it.</source>
        <translation>softmax 把每一行分数变成比例：没有负数，每行加起来是 1。刚读入的那个词所在的一行，说明解码器为了说出下一个词，怎样把注意力分给源句的各个词。</translation>
    </message>
    <message>
        <source>ReLU bends each number: what is below 0 becomes 0, the rest passes as it is. Without such a bend two layers could do no more than one.</source>
        <translation>ReLU 把每个数“弯”一下：小于 0 的变成 0，其余的原样通过。没有这样的非线性，两层能做的并不比一层多。</translation>
    </message>
    <message>
        <source>The hyperbolic tangent bends each number into the range from −1 to 1. Without such a bend two layers could do no more than one.</source>
        <translation>双曲正切把每个数“弯”到 −1 到 1 之间。没有这样的非线性，两层能做的并不比一层多。</translation>
    </message>
    <message>
        <source>SiLU bends each number: large ones pass, very negative ones become almost 0. The result says how far the gate of each hidden unit is open.</source>
        <translation>SiLU 把每个数“弯”一下：大的数几乎原样通过，很负的数几乎变成 0。结果说明每个隐藏单元的门开了多大。</translation>
    </message>
    <message>
        <source>Each word&apos;s row is compared with every word of the vocabulary: a dot product gives each of them one number. The larger the number, the more the model believes that this word belongs in the place.</source>
        <translation>每个词的那一行与词表里的每个词比较：用点积给词表里的每个词一个数。数越大，模型越认为这个位置上应该是它。</translation>
    </message>
    <message>
        <source>The softmax turns each row of logits into shares that add up to 1: how likely the model finds each word in this place. What matters is the row of the word that is missing.</source>
        <translation>softmax 把每一行 logits 变成加起来为 1 的概率：模型认为每个词在这个位置上有多大可能。要看的是缺了词的那一行。</translation>
    </message>
    <message>
        <source>Each word is to be told from its neighbours alone. Its loss is minus the logarithm of the probability that the model gave it: 0 for certainty, more the more it was surprised.</source>
        <translation>每个词都只凭相邻的词来预测。它的损失是模型给它的概率取对数，再取负：完全确定时为 0，越意外就越大。</translation>
    </message>
    <message>
        <source>We know which word is missing. Its loss is minus the logarithm of the probability that the model gave it: 0 for certainty, more the more it was surprised. The other words do not count.</source>
        <translation>我们知道缺的是哪个词。它的损失是模型给这个词的概率取对数，再取负：完全确定时为 0，越意外就越大。其他词不计。</translation>
    </message>
    <message>
        <source>The losses of all words that were to be told are averaged to one number. Training means making this number smaller. From here the way leads back.</source>
        <translation>把所有要猜的词的损失平均成一个数。训练就是让这个数变小。从这里开始往回走。</translation>
    </message>
    <message>
        <source>A learned matrix turns the row of each word into hidden units. Each unit reacts to a pattern of its own.</source>
        <translation>一个学到的矩阵把每个词的那一行变成隐藏单元。每个单元各对一种模式作出反应。</translation>
    </message>
    <message>
        <source>What the feed-forward layer found is added to the row that came in. This is what the block hands on: one row of features for each word, as before, but knowing more of the words around it.</source>
        <translation>前馈层找到的内容加到进来的那一行上，这也是残差连接。这就是这一块交出去的东西：和之前一样，每个词一行特征，只是对周围的词知道得更多了。</translation>
    </message>
    <message>
        <source>The losses of all pairs are averaged to one number. Training means making this number smaller. From here the way leads back.</source>
        <translation>把所有对的损失平均成一个数。训练就是让这个数变小。从这里开始往回走。</translation>
    </message>
    <message>
        <source> After the last word nothing is known yet, so nothing counts there.</source>
        <translation>最后一个词之后还什么都不知道，所以那里不计。</translation>
    </message>
    <message>
        <source>The loss of the words and λ times the loss of the task are added to one number. Training means making this number smaller. From here the way leads back.</source>
        <translation>各个词的损失加上任务损失的 λ 倍，合成一个数。训练就是让这个数变小。从这里开始往回走。</translation>
    </message>
    <message>
        <source>The row went into the RMSNorm behind it and nowhere else. Its gradient comes back through that: what would only stretch the whole row is taken out, as the RMSNorm undoes it.</source>
        <translation>这一行只进入了后面的 RMS 归一化。它的梯度经那里传回：只会让整行伸缩的部分被去掉了，因为 RMS 归一化会把它抵消。</translation>
    </message>
    <message>
        <source>Whatever read this row sends its gradient back, each number times the weight that linked the two. There was one way on, so there is one way back.</source>
        <translation>读了这一行的部分把梯度传回来，每个数乘以连接两者的权重。去时只有一条路，回来也只有一条路。</translation>
    </message>
    <message>
        <source>Each hidden unit was multiplied by its gate. So its gradient is the gradient behind, times that gate: nothing passes back through a closed one.</source>
        <translation>每个隐藏单元都乘了自己的门。所以它的梯度是后面的梯度乘以这个门：门关着，就什么也传不回来。</translation>
    </message>
    <message>
        <source>Each gate multiplied its hidden unit. So its gradient is the gradient behind, times that hidden unit.</source>
        <translation>每个门都乘了自己的隐藏单元。所以它的梯度是后面的梯度乘以那个隐藏单元。</translation>
    </message>
    <message>
        <source>The loss is a mean, so each word that counts has the same share in it: 1 divided by their number. Words that do not count have gradient 0.</source>
        <translation>损失是平均值，所以每个计入的词所占的比例相同：1 除以它们的个数。不计入的词梯度为 0。</translation>
    </message>
    <message>
        <source>Gradient descent moves every number against its gradient, so that the loss would fall: the learning rate η times the gradient.</source>
        <translation>梯度下降让每个数逆着自己的梯度移动，使损失下降：移动的幅度是学习率 η 乘以梯度。</translation>
    </message>
    <message>
        <source>Momentum moves every number against a running sum of its gradients, so that what points the same way for many steps goes faster. In a first step that sum is the gradient itself.</source>
        <translation>动量法让每个数逆着它的梯度的累积和移动，这样连续多步方向相同的就走得更快。第一步里，这个累积和就是梯度本身。</translation>
    </message>
    <message>
        <source>Adam moves every number against its gradient, so that the loss would fall. It divides by the gradient&apos;s usual size, so that in a first step nearly every number moves by the learning rate η.</source>
        <translation>Adam 让每个数逆着自己的梯度移动，使损失下降。它还除以梯度通常的大小，所以第一步里几乎每个数移动的幅度都约为学习率 η。</translation>
    </message>
    <message>
        <source> As this is a matrix, the penalty on large weights is part of the gradient.</source>
        <translation>因为这是矩阵，对大权重的惩罚也包含在梯度里。</translation>
    </message>
    <message>
        <source>Whatever read the word&apos;s row sends its gradient back to it. From here it goes on into the row of the matrix that was picked.</source>
        <translation>凡是读了词的那一行的部分，都把梯度传回给它。从这里再传到矩阵中当初取出的那一行。</translation>
    </message>
    <message>
        <source>Each number of the word&apos;s row is multiplied by the square root of the width, so that the row is not drowned out by what is added for its place. The direction of the row stays the same.</source>
        <translation>词那一行的每个数都乘以宽度的平方根，免得被加进来的位置信息淹没。这一行的方向不变。</translation>
    </message>
    <message>
        <source>On the way forward the row was multiplied by the square root of the width. On the way back its gradient is multiplied by the same number.</source>
        <translation>前向时这一行乘以宽度的平方根，反向时它的梯度也乘以同一个数。</translation>
    </message>
    <message>
        <source>Where two texts stand one after the other, each word picks the row of the text that it belongs to, so that the model can tell them apart. In a text alone all words pick the same row.</source>
        <translation>两段文本前后相接时，每个词取它所属那段文本的一行，模型由此把两段区分开。只有一段文本时，所有的词都取同一行。</translation>
    </message>
    <message>
        <source>The input was a sum, so this row gets the gradient of the input unchanged. All words of one text pass theirs on into the same row of the segment matrix.</source>
        <translation>输入是一个和，所以这一行原样得到输入的梯度。同一段文本的所有词都把梯度传进句段矩阵的同一行。</translation>
    </message>
    <message>
        <source>The rows of the last few words are laid side by side, the oldest first. That is all this model sees; before the beginning of the text there are zeros.</source>
        <translation>最近几个词的行并排放在一起，最早的在前。这就是这个模型看到的全部；文本开头之前是 0。</translation>
    </message>
    <message>
        <source>Every hidden unit read all of these numbers. Each gets back the gradients of the units, times the weights that linked them, added up.</source>
        <translation>每个隐藏单元都读取了所有这些数。每个数得到各单元梯度与相应权重乘积之和。</translation>
    </message>
    <message>
        <source>The rows of the words around a place are averaged; the word itself is left out. The order of the neighbours does not matter, only which they are.</source>
        <translation>把一个位置周围各词的行向量取平均，不包括这个词本身。相邻词的顺序无关紧要，重要的只是有哪些词。</translation>
    </message>
    <message>
        <source>The mean was compared with every candidate. Its gradient adds up their rows, each times how wrong the model was about that candidate.</source>
        <translation>平均向量与每个候选词都作了比较。它的梯度是各候选词行向量之和，每行先乘以模型对该候选词错了多少。</translation>
    </message>
    <message>
        <source>A word and one of its neighbours are a pair, from which something can be learned. Each pair takes the row of its word, so a word with many neighbours is here many times.</source>
        <translation>一个词和它的一个相邻词组成一对，可以从中学到东西。每一对取自己的词的那一行，所以相邻词多的词在这里会出现多次。</translation>
    </message>
    <message>
        <source>The row of the word was compared with every candidate. Its gradient adds up their rows, each times how wrong the model was about that candidate.</source>
        <translation>词的那一行与每个候选词都比较过。它的梯度是各候选词的行之和，每行先乘以模型对该候选词错了多少。</translation>
    </message>
    <message>
        <source>The gradient is the probability that the model gave a word, minus 1 for the neighbour that was there, times the pair&apos;s share in the mean. What a word gets from its pairs is added up.</source>
        <translation>梯度是模型给一个词的概率（实际的相邻词再减 1），乘以这一对在平均值中所占的比例。一个词从它的各对得到的梯度再加起来。</translation>
    </message>
    <message>
        <source>The word of a pair should predict the neighbour. The loss is minus the logarithm of the probability that it did: the less the neighbour was expected, the more it costs.</source>
        <translation>一对中的词应当预测出它的相邻词。损失是它给相邻词的概率取对数，再取负：越没料到这个相邻词，损失就越大。</translation>
    </message>
    <message>
        <source>The loss is a mean over the pairs, so each has the same share in it. That share, 1 divided by the number of pairs, is the gradient.</source>
        <translation>损失是所有对的平均值，所以每一对所占的比例相同。这个比例，即 1 除以对数，就是梯度。</translation>
    </message>
    <message>
        <source>Every logit is divided by the temperature that you set. Above 1 they move together, and the softmax spreads its shares; below 1 they move apart, and the likeliest word takes nearly all.</source>
        <translation>每个 logit 都除以你设定的温度。温度高于 1，它们彼此靠近，softmax 分得更平均；低于 1，它们彼此拉开，最可能的词几乎独占全部。</translation>
    </message>
    <message>
        <source>The logits were divided by the temperature, so their gradient is divided by it too.</source>
        <translation>logits 除以了温度，所以它们的梯度也要除以温度。</translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>Set this number…</source>
        <translation>改这个数…</translation>
    </message>
    <message>
        <source>Give it back its own number</source>
        <translation>恢复它本来的数</translation>
    </message>
    <message>
        <source>Set the embedding of “%1”…</source>
        <translation>改“%1”的嵌入…</translation>
    </message>
    <message>
        <source>Give the embedding back its own number</source>
        <translation>恢复嵌入本来的数</translation>
    </message>
    <message>
        <source>Let the mask decide on this pair</source>
        <translation>这一对仍由掩码决定</translation>
    </message>
    <message>
        <source>Show this pair</source>
        <translation>让这一对看得见</translation>
    </message>
    <message>
        <source>Hide this pair</source>
        <translation>遮住这一对</translation>
    </message>
    <message>
        <source>Set the scale…</source>
        <translation>改缩放…</translation>
    </message>
    <message>
        <source>Scores are multiplied by</source>
        <translation>分数乘以</translation>
    </message>
    <message>
        <source>Scale by 1/√d again</source>
        <translation>仍用 1/√d 缩放</translation>
    </message>
    <message>
        <source>Silence head %1</source>
        <translation>让头 %1 不发言</translation>
    </message>
    <message>
        <source>Let head %1 speak again</source>
        <translation>让头 %1 重新发言</translation>
    </message>
    <message>
        <source>Freeze head %1</source>
        <translation>冻结头 %1</translation>
    </message>
    <message>
        <source>Let head %1 go on</source>
        <translation>解冻头 %1</translation>
    </message>
    <message>
        <source>Swap heads %1 and %2 back</source>
        <translation>把头 %1 与头 %2 换回来</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>Swap head %1 with…</source>
        <translation>头 %1 与另一个头互换…</translation>
    </message>
    <message>
        <source>Set the temperature…</source>
        <translation>改温度…</translation>
    </message>
    <message>
        <source>Logits are divided by</source>
        <translation>logits 除以</translation>
    </message>
    <message>
        <source>Temperature 1 again</source>
        <translation>温度仍为 1</translation>
    </message>
    <message>
        <source>Stop comparing with the kept run</source>
        <translation>不再与保留的运行比较</translation>
    </message>
    <message>
        <source>Compare with this run</source>
        <translation>以后都与这次运行比较</translation>
    </message>
</context>
<context>
    <name>UnrolledPictureWords</name>
    <message>
        <source>input</source>
        <extracomment>what a time step reads: the word&apos;s vector, or what the layer below shows</extracomment>
        <translation>输入</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
</context>
<context>
    <name>UnrolledWords</name>
    <message>
        <source>… (%1 smaller terms)</source>
        <extracomment>the end of a sum of which the two largest terms were written out</extracomment>
        <translation>…（另有 %1 个较小的项）</translation>
    </message>
    <message>
        <source>you set it</source>
        <translation>这个数是您设定的</translation>
    </message>
    <message>
        <source>where %1</source>
        <translation>其中 %1</translation>
    </message>
    <message>
        <source>the same number as in: %1</source>
        <translation>与“%1”中的数相同</translation>
    </message>
    <message>
        <source>the loss does not depend on it</source>
        <translation>损失与它无关</translation>
    </message>
    <message>
        <source>%1 of the next step</source>
        <translation>下一步的%1</translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <translation>%1（经由%2）</translation>
    </message>
    <message>
        <source>before %1 − forgotten %2 + written %3 = cell state %4; shown %5</source>
        <translation>之前 %1 − 忘掉 %2 + 写入 %3 = 细胞状态 %4；输出 %5</translation>
    </message>
    <message>
        <source>before %1 − forgotten %2 + written %3 = hidden state %4</source>
        <translation>之前 %1 − 忘掉 %2 + 写入 %3 = 隐藏状态 %4</translation>
    </message>
    <message>
        <source>before %1, now %2: a plain RNN has no gate, each step makes the state anew</source>
        <translation>之前 %1，现在 %2：普通 RNN 没有门，每一步都重新计算状态</translation>
    </message>
    <message>
        <source>The loss does not depend on this layer.</source>
        <translation>损失与这一层无关。</translation>
    </message>
    <message>
        <source>The loss depends most on the hidden state after “%1”: its gradient is %2 long, and %3 at “%4”, where the layer began.</source>
        <translation>损失最依赖读完“%1”之后的隐藏状态：那里梯度的大小是 %2；到了这一层的起点“%4”，只有 %3。</translation>
    </message>
    <message>
        <source>“%1”, unit %2</source>
        <translation>“%1”，单元 %2</translation>
    </message>
    <message>
        <source>%1, “%2”, feature %3</source>
        <extracomment>a vector, the word of the time step and the number in it: &quot;forget gate f, “cat”, unit 7&quot;</extracomment>
        <translation>%1，“%2”，特征 %3</translation>
    </message>
    <message>
        <source>%1, “%2”, unit %3</source>
        <translation>%1，“%2”，单元 %3</translation>
    </message>
    <message>
        <source>“%1” changed the hidden state most: by %2 per unit on average. A plain RNN makes its state anew at every word.</source>
        <translation>“%1”使隐藏状态变化最大：平均每个单元 %2。普通 RNN 每读一个词都重新计算状态。</translation>
    </message>
    <message>
        <source>“%1” wrote most into the memory (%2 per unit on average), and at “%3” most was forgotten (%4).</source>
        <translation>“%1”向记忆写入最多（平均每个单元 %2），在“%3”处忘掉最多（%4）。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>token embedding matrix</source>
        <translation>词嵌入矩阵</translation>
    </message>
    <message>
        <source>position embedding matrix</source>
        <translation>位置嵌入矩阵</translation>
    </message>
    <message>
        <source>LayerNorm gain</source>
        <translation>层归一化增益</translation>
    </message>
    <message>
        <source>LayerNorm bias</source>
        <translation>层归一化偏置</translation>
    </message>
    <message>
        <source>final LayerNorm gain</source>
        <translation>最后的层归一化增益</translation>
    </message>
    <message>
        <source>final LayerNorm bias</source>
        <translation>最后的层归一化偏置</translation>
    </message>
    <message>
        <source>query weight matrix</source>
        <translation>查询权重矩阵</translation>
    </message>
    <message>
        <source>query bias</source>
        <translation>查询偏置</translation>
    </message>
    <message>
        <source>key weight matrix</source>
        <translation>键权重矩阵</translation>
    </message>
    <message>
        <source>key bias</source>
        <translation>键偏置</translation>
    </message>
    <message>
        <source>value weight matrix</source>
        <translation>值权重矩阵</translation>
    </message>
    <message>
        <source>value bias</source>
        <translation>值偏置</translation>
    </message>
    <message>
        <source>projection weight matrix</source>
        <translation>投影权重矩阵</translation>
    </message>
    <message>
        <source>projection bias</source>
        <translation>投影偏置</translation>
    </message>
    <message>
        <source>hidden weight matrix</source>
        <translation>隐藏层权重矩阵</translation>
    </message>
    <message>
        <source>hidden bias</source>
        <translation>隐藏层偏置</translation>
    </message>
    <message>
        <source>output weight matrix</source>
        <translation>输出权重矩阵</translation>
    </message>
    <message>
        <source>output bias</source>
        <translation>输出偏置</translation>
    </message>
    <message>
        <source>unembedding matrix</source>
        <translation>解嵌入矩阵</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>LayerNorm before attention</source>
        <translation>注意力前的层归一化</translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation>前馈</translation>
    </message>
    <message>
        <source>LayerNorm before feed-forward</source>
        <translation>前馈前的层归一化</translation>
    </message>
    <message>
        <source>feature %1</source>
        <translation>特征 %1</translation>
    </message>
    <message>
        <source>word id %1, feature %2</source>
        <translation>词编号 %1，特征 %2</translation>
    </message>
    <message>
        <source>position %1, feature %2</source>
        <translation>位置 %1，特征 %2</translation>
    </message>
    <message>
        <source>feature %1, word id %2</source>
        <translation>特征 %1，词编号 %2</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>token embedding</source>
        <translation>词嵌入</translation>
    </message>
    <message>
        <source>position embedding</source>
        <translation>位置嵌入</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>normalised features</source>
        <translation>归一化的特征</translation>
    </message>
    <message>
        <source>query</source>
        <extracomment>of attention: what a word asks for</extracomment>
        <translation>查询</translation>
    </message>
    <message>
        <source>key</source>
        <extracomment>of attention: what a word offers to be found by</extracomment>
        <translation>键</translation>
    </message>
    <message>
        <source>value</source>
        <extracomment>of attention: what a word hands over</extracomment>
        <translation>值</translation>
    </message>
    <message>
        <source>attention scores</source>
        <translation>注意力分数</translation>
    </message>
    <message>
        <source>scaled scores</source>
        <translation>缩放后的分数</translation>
    </message>
    <message>
        <source>masked scores</source>
        <translation>掩码后的分数</translation>
    </message>
    <message>
        <source>attention weights</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>weighted values</source>
        <translation>值的加权和</translation>
    </message>
    <message>
        <source>concatenated heads</source>
        <translation>拼接后的各头</translation>
    </message>
    <message>
        <source>attention output</source>
        <translation>注意力输出</translation>
    </message>
    <message>
        <source>input + attention</source>
        <translation>输入 + 注意力</translation>
    </message>
    <message>
        <source>hidden units</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>feed-forward output</source>
        <translation>前馈输出</translation>
    </message>
    <message>
        <source>input + feed-forward</source>
        <translation>输入 + 前馈</translation>
    </message>
    <message>
        <source>logits</source>
        <extracomment>the scores of all words before the softmax</extracomment>
        <translation>未归一化分数 (logits)</translation>
    </message>
    <message>
        <source>probabilities of the next word</source>
        <translation>下一个词的概率</translation>
    </message>
    <message>
        <source>loss of each word</source>
        <translation>每个词的损失</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>final normalised features</source>
        <translation>最后的归一化特征</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>第 %1 块</translation>
    </message>
    <message>
        <source>gradient: %1</source>
        <translation>梯度：%1</translation>
    </message>
    <message>
        <source>update: %1</source>
        <translation>更新：%1</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>hidden unit %1</source>
        <translation>隐藏单元 %1</translation>
    </message>
    <message>
        <source>word id %1</source>
        <translation>词编号 %1</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of a list: &quot;she, head 3&quot;</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>rotated query</source>
        <translation>旋转后的查询</translation>
    </message>
    <message>
        <source>rotated key</source>
        <translation>旋转后的键</translation>
    </message>
    <message>
        <source>remembered keys</source>
        <translation>记住的键</translation>
    </message>
    <message>
        <source>remembered values</source>
        <translation>记住的值</translation>
    </message>
    <message>
        <source>scores with distance bias</source>
        <translation>带距离偏置的分数</translation>
    </message>
    <message>
        <source>input + cross-attention</source>
        <translation>输入 + 交叉注意力</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>门</translation>
    </message>
    <message>
        <source>hidden units after activation</source>
        <translation>激活后的隐藏单元</translation>
    </message>
    <message>
        <source>gated hidden units</source>
        <translation>经过门的隐藏单元</translation>
    </message>
    <message>
        <source>logits from the hidden layer</source>
        <translation>来自隐藏层的 logits</translation>
    </message>
    <message>
        <source>logits by the direct link</source>
        <translation>来自直接连接的 logits</translation>
    </message>
    <message>
        <source>scores of the candidates</source>
        <translation>候选词的得分</translation>
    </message>
    <message>
        <source>loss of each candidate</source>
        <translation>每个候选词的损失</translation>
    </message>
    <message>
        <source>pooled text</source>
        <translation>汇聚后的文本</translation>
    </message>
    <message>
        <source>logits of the classes</source>
        <translation>各类别的 logits</translation>
    </message>
    <message>
        <source>probabilities of the classes</source>
        <translation>各类别的概率</translation>
    </message>
    <message>
        <source>loss of the class</source>
        <translation>类别的损失</translation>
    </message>
    <message>
        <source>loss of the words</source>
        <translation>词的损失</translation>
    </message>
    <message>
        <source>loss of the task</source>
        <translation>任务的损失</translation>
    </message>
    <message>
        <source>segment embedding matrix</source>
        <translation>句段嵌入矩阵</translation>
    </message>
    <message>
        <source>output embedding matrix</source>
        <translation>输出嵌入矩阵</translation>
    </message>
    <message>
        <source>class weight matrix</source>
        <translation>类别权重矩阵</translation>
    </message>
    <message>
        <source>class bias</source>
        <translation>类别偏置</translation>
    </message>
    <message>
        <source>pooling weight matrix</source>
        <translation>汇聚权重矩阵</translation>
    </message>
    <message>
        <source>pooling bias</source>
        <translation>汇聚偏置</translation>
    </message>
    <message>
        <source>weight matrix of the word</source>
        <translation>输入权重矩阵</translation>
    </message>
    <message>
        <source>bias of the word</source>
        <translation>输入偏置</translation>
    </message>
    <message>
        <source>weight matrix of the memory</source>
        <translation>循环权重矩阵</translation>
    </message>
    <message>
        <source>bias of the memory</source>
        <translation>循环偏置</translation>
    </message>
    <message>
        <source>score weights</source>
        <translation>打分权重</translation>
    </message>
    <message>
        <source>mixing weight matrix</source>
        <translation>混合权重矩阵</translation>
    </message>
    <message>
        <source>mixing bias</source>
        <translation>混合偏置</translation>
    </message>
    <message>
        <source>gate weight matrix</source>
        <translation>门的权重矩阵</translation>
    </message>
    <message>
        <source>gate bias</source>
        <translation>门的偏置</translation>
    </message>
    <message>
        <source>weight matrix of the bridge</source>
        <translation>桥的权重矩阵</translation>
    </message>
    <message>
        <source>bias of the bridge</source>
        <translation>桥的偏置</translation>
    </message>
    <message>
        <source>direct weight matrix</source>
        <translation>直接连接的权重矩阵</translation>
    </message>
    <message>
        <source>unembedding bias</source>
        <translation>解嵌入偏置</translation>
    </message>
    <message>
        <source>what the time step reads</source>
        <translation>时间步读入的行</translation>
    </message>
    <message>
        <source>hidden state at the start</source>
        <translation>起始隐藏状态</translation>
    </message>
    <message>
        <source>cell state at the start</source>
        <translation>起始细胞状态</translation>
    </message>
    <message>
        <source>sum before the hidden state</source>
        <translation>隐藏状态之前的和</translation>
    </message>
    <message>
        <source>sum before the input gate</source>
        <translation>输入门之前的和</translation>
    </message>
    <message>
        <source>input gate</source>
        <translation>输入门</translation>
    </message>
    <message>
        <source>sum before the forget gate</source>
        <translation>遗忘门之前的和</translation>
    </message>
    <message>
        <source>forget gate</source>
        <translation>遗忘门</translation>
    </message>
    <message>
        <source>sum before the output gate</source>
        <translation>输出门之前的和</translation>
    </message>
    <message>
        <source>output gate</source>
        <translation>输出门</translation>
    </message>
    <message>
        <source>sum before the reset gate</source>
        <translation>重置门之前的和</translation>
    </message>
    <message>
        <source>reset gate</source>
        <translation>重置门</translation>
    </message>
    <message>
        <source>sum before the update gate</source>
        <translation>更新门之前的和</translation>
    </message>
    <message>
        <source>update gate</source>
        <translation>更新门</translation>
    </message>
    <message>
        <source>candidate: the word&apos;s part</source>
        <translation>候选内容：来自词的部分</translation>
    </message>
    <message>
        <source>candidate: the memory&apos;s part</source>
        <translation>候选内容：来自记忆的部分</translation>
    </message>
    <message>
        <source>the memory&apos;s part, gated</source>
        <translation>过门后来自记忆的部分</translation>
    </message>
    <message>
        <source>sum before the candidate</source>
        <translation>候选内容之前的和</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候选内容</translation>
    </message>
    <message>
        <source>what is kept</source>
        <translation>保留的内容</translation>
    </message>
    <message>
        <source>what is written</source>
        <translation>写入的内容</translation>
    </message>
    <message>
        <source>cell state</source>
        <translation>细胞状态</translation>
    </message>
    <message>
        <source>tanh of the cell state</source>
        <translation>细胞状态的 tanh</translation>
    </message>
    <message>
        <source>hidden state</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>hidden states of all time steps</source>
        <translation>所有时间步的隐藏状态</translation>
    </message>
    <message>
        <source>both directions side by side</source>
        <translation>两个方向并排</translation>
    </message>
    <message>
        <source>last hidden states of both directions</source>
        <translation>两个方向最后的隐藏状态</translation>
    </message>
    <message>
        <source>last cell states of both directions</source>
        <translation>两个方向最后的细胞状态</translation>
    </message>
    <message>
        <source>encoder states</source>
        <translation>编码器状态</translation>
    </message>
    <message>
        <source>query + key of each pair</source>
        <translation>每一对的查询 + 键</translation>
    </message>
    <message>
        <source>tanh of the sums</source>
        <translation>和的 tanh</translation>
    </message>
    <message>
        <source>context vector</source>
        <translation>上下文向量</translation>
    </message>
    <message>
        <source>word and context side by side</source>
        <translation>词与上下文并排</translation>
    </message>
    <message>
        <source>context and hidden state side by side</source>
        <translation>上下文与隐藏状态并排</translation>
    </message>
    <message>
        <source>sum before the attentional state</source>
        <translation>注意力状态之前的和</translation>
    </message>
    <message>
        <source>attentional state</source>
        <translation>注意力状态</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>time step %1</source>
        <translation>时间步 %1</translation>
    </message>
    <message>
        <source>cross-attention</source>
        <translation>交叉注意力</translation>
    </message>
    <message>
        <source>masked-word head</source>
        <translation>缺词预测头</translation>
    </message>
    <message>
        <source>alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>from the end to the beginning</source>
        <translation>从尾到头</translation>
    </message>
    <message>
        <source>bridge from encoder to decoder %1</source>
        <translation>编码器到解码器的桥 %1</translation>
    </message>
    <message>
        <source>LayerNorm before cross-attention</source>
        <translation>交叉注意力前的层归一化</translation>
    </message>
    <message>
        <source>LayerNorm after attention</source>
        <translation>注意力后的层归一化</translation>
    </message>
    <message>
        <source>LayerNorm after cross-attention</source>
        <translation>交叉注意力后的层归一化</translation>
    </message>
    <message>
        <source>LayerNorm after feed-forward</source>
        <translation>前馈后的层归一化</translation>
    </message>
    <message>
        <source>RMSNorm before attention</source>
        <translation>注意力前的 RMS 归一化</translation>
    </message>
    <message>
        <source>RMSNorm before cross-attention</source>
        <translation>交叉注意力前的 RMS 归一化</translation>
    </message>
    <message>
        <source>RMSNorm before feed-forward</source>
        <translation>前馈前的 RMS 归一化</translation>
    </message>
    <message>
        <source>RMSNorm after attention</source>
        <translation>注意力后的 RMS 归一化</translation>
    </message>
    <message>
        <source>RMSNorm after cross-attention</source>
        <translation>交叉注意力后的 RMS 归一化</translation>
    </message>
    <message>
        <source>RMSNorm after feed-forward</source>
        <translation>前馈后的 RMS 归一化</translation>
    </message>
    <message>
        <source>scaled token embedding</source>
        <translation>缩放后的词嵌入</translation>
    </message>
    <message>
        <source>segment embedding</source>
        <translation>句段嵌入</translation>
    </message>
    <message>
        <source>the last words side by side</source>
        <translation>最近几个词并排</translation>
    </message>
    <message>
        <source>mean of the neighbours</source>
        <translation>相邻词的平均</translation>
    </message>
    <message>
        <source>vector of each pair&apos;s word</source>
        <translation>每一对的词向量</translation>
    </message>
    <message>
        <source>logits of each pair</source>
        <translation>每一对的 logits</translation>
    </message>
    <message>
        <source>loss of each pair</source>
        <translation>每一对的损失</translation>
    </message>
    <message>
        <source>pair %1</source>
        <extracomment>of word vectors: a word and one that is to be predicted from it</extracomment>
        <translation>第 %1 对</translation>
    </message>
    <message>
        <source>RMSNorm gain</source>
        <translation>RMS 归一化增益</translation>
    </message>
    <message>
        <source>hidden units after %1</source>
        <extracomment>%1 is the name of a function: GELU, ReLU</extracomment>
        <translation>%1 后的隐藏单元</translation>
    </message>
    <message>
        <source>probabilities of the missing word</source>
        <translation>缺词的概率</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>负面</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>unbalanced</source>
        <translation>不配对</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>配对</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>candidate %1</source>
        <extracomment>of negative sampling: the word that came, or one that was drawn against it</extracomment>
        <translation>候选词 %1</translation>
    </message>
    <message>
        <source>logits ÷ temperature</source>
        <extracomment>the logits divided by a temperature that the user set</extracomment>
        <translation>logits ÷ 温度</translation>
    </message>
    <message>
        <source>⊘ silent</source>
        <extracomment>of a head of attention</extracomment>
        <translation>⊘ 不发言</translation>
    </message>
    <message>
        <source>‖ frozen</source>
        <extracomment>of a head of attention</extracomment>
        <translation>‖ 已冻结</translation>
    </message>
    <message>
        <source>⇄ swapped</source>
        <extracomment>of a head of attention, with another one</extracomment>
        <translation>⇄ 已互换</translation>
    </message>
</context>
<context>
    <name>attentarium::AboutBox</name>
    <message>
        <source>About Attentarium</source>
        <translation>关于 Attentarium</translation>
    </message>
    <message>
        <source>Attentarium %1

Watch a language model think and learn. Every number on the screen was computed from the model that is open, and none of it leaves this computer.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Attentarium %1

看语言模型怎样思考、怎样学习。屏幕上的每个数都由打开的模型算出，任何内容都不会离开这台电脑。

自由软件，按《GNU 通用公共许可证》第 3 版或更新版本发布。</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Closes the dialog.</extracomment>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>attentarium::AnswerBar</name>
    <message>
        <source>the source is read; nothing is written yet</source>
        <translation>源句已读完，还没有写出任何东西</translation>
    </message>
    <message>
        <source>decoder step %1 of %2</source>
        <translation>解码器第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Before the first token of the answer</source>
        <translation>回到答案的第一个词元之前</translation>
    </message>
    <message>
        <source>One token back</source>
        <translation>后退一个词元</translation>
    </message>
    <message>
        <source>One token forward</source>
        <translation>前进一个词元</translation>
    </message>
    <message>
        <source>The whole answer</source>
        <translation>整个答案</translation>
    </message>
    <message>
        <source>Steps of the decoder</source>
        <translation>解码器的步骤</translation>
    </message>
</context>
<context>
    <name>attentarium::AnswerPicture</name>
    <message>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>%1 个数</translation>
    </message>
    <message>
        <source>context vector</source>
        <translation>上下文向量</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>读入</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>alignment: how much each step looks at each word, mean of %1 heads</source>
        <translation>对齐：每一步看每个词多少，%1 个头的平均</translation>
    </message>
    <message>
        <source>alignment: how much each step looks at each word</source>
        <translation>对齐：每一步看每个词多少</translation>
    </message>
    <message>
        <source>encoder, step %1: reads “%2”</source>
        <translation>编码器第 %1 步：读入“%2”</translation>
    </message>
    <message>
        <source>decoder, step %1: reads “%2”</source>
        <translation>解码器第 %1 步：读入“%2”</translation>
    </message>
    <message>
        <source>writes “%1” (%2)</source>
        <translation>写出“%1”（%2）</translation>
    </message>
    <message>
        <source>looks most at “%1” (%2)</source>
        <translation>最多看“%1”（%2）</translation>
    </message>
    <message>
        <source>number %1 of its state: %2</source>
        <translation>状态的第 %1 个数：%2</translation>
    </message>
    <message>
        <source>when it writes “%1” it looks at “%2” with weight %3</source>
        <translation>写出“%1”时，看“%2”的权重为 %3</translation>
    </message>
    <message>
        <source>all that the decoder starts from: %1 numbers</source>
        <translation>解码器出发时所有的东西：%1 个数</translation>
    </message>
</context>
<context>
    <name>attentarium::AnsweringView</name>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>row of the step before</source>
        <translation>上一步所在的行</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>log-probability</source>
        <translation>对数概率</translation>
    </message>
    <message>
        <source>0 cut, 1 kept, 2 ended</source>
        <translation>0 剪去，1 保留，2 结束</translation>
    </message>
    <message>
        <source>tokens of the source</source>
        <translation>源句的词元数</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>提问数</translation>
    </message>
    <message>
        <source>right</source>
        <translation>答对数</translation>
    </message>
    <message>
        <source>The source is being read …</source>
        <translation>正在读源句……</translation>
    </message>
    <message>
        <source>No one vector stands between the two: each step of the decoder looks at all %1 vectors of the encoder.</source>
        <translation>两者之间不只有一个向量：解码器的每一步都看编码器的全部 %1 个向量。</translation>
    </message>
    <message>
        <source>The encoder read %1 tokens into %2 numbers, %3 for each token; from them the decoder starts.</source>
        <translation>编码器把 %1 个词元读成 %2 个数，平均每个词元 %3 个；解码器从这些数出发。</translation>
    </message>
    <message>
        <source>It cannot look back: this vector is all it knows.</source>
        <translation>它不能回头看：这个向量就是它知道的全部。</translation>
    </message>
    <message>
        <source>To write “%1” it gives “%2” %3 of its weight.</source>
        <translation>写出“%1”时，它把 %3 的权重给了“%2”。</translation>
    </message>
    <message>
        <source>The answer was typed or forced.</source>
        <translation>答案是键入的或强制的。</translation>
    </message>
    <message>
        <source>The search is under way …</source>
        <translation>正在搜索……</translation>
    </message>
    <message>
        <source>No answer was found.</source>
        <translation>没有找到答案。</translation>
    </message>
    <message>
        <source>The next is “%1” (%2).</source>
        <translation>其次是“%1”（%2）。</translation>
    </message>
    <message>
        <source>Click a step to let the answer go that way.</source>
        <translation>点击一步，答案就从那里走下去。</translation>
    </message>
    <message>
        <source>This model learned no task with known answers, so nothing can be counted. The buttons above open models that did.</source>
        <translation>这个模型学的不是有标准答案的任务，所以无从计数。用上方的按钮可以打开学过这类任务的模型。</translation>
    </message>
    <message>
        <source>%1 held-out questions are being answered …</source>
        <translation>正在回答 %1 道留出的题目……</translation>
    </message>
    <message>
        <source>Answers that are wholly right, of %1 held-out questions: %2.</source>
        <translation>在 %1 道留出的题目中，答案完全正确的比例：%2。</translation>
    </message>
    <message>
        <source>Reading a source and answering it needs an encoder and a decoder: a seq2seq model, or a transformer with both. The buttons above open small ones.</source>
        <translation>读一句源句再作答，需要编码器和解码器：seq2seq 模型，或者两者俱备的 Transformer。用上方的按钮可以打开小模型。</translation>
    </message>
    <message>
        <source>step %1 could write:</source>
        <translation>第 %1 步可以写：</translation>
    </message>
    <message>
        <source>Force “%1” (%2) here and let the answer go on</source>
        <translation>在这里强制写“%1”（%2），再让答案继续</translation>
    </message>
    <message>
        <source>Reading and answering</source>
        <translation>阅读与作答</translation>
    </message>
    <message>
        <source>What is shown of the answer</source>
        <translation>显示答案的哪一方面</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>逐步</translation>
    </message>
    <message>
        <source>Beam search</source>
        <translation>束搜索</translation>
    </message>
    <message>
        <source>Right by length</source>
        <translation>长度与正确率</translation>
    </message>
    <message>
        <source>Encoder and decoder, step by step</source>
        <translation>编码器与解码器，逐步显示</translation>
    </message>
    <message>
        <source>Beam search as a tree</source>
        <translation>束搜索的树</translation>
    </message>
    <message>
        <source>beams</source>
        <translation>束宽</translation>
    </message>
    <message>
        <source>Number of beams</source>
        <translation>束的条数</translation>
    </message>
    <message>
        <source>Its own answer</source>
        <translation>它自己的答案</translation>
    </message>
    <message>
        <source>Let the model answer by itself again</source>
        <translation>让模型重新自己作答</translation>
    </message>
    <message>
        <source>With %1 beams the best answer is “%2”, with a probability of %3.</source>
        <translation>用 %1 条束，最好的答案是“%2”，概率为 %3。</translation>
    </message>
</context>
<context>
    <name>attentarium::AttentionChoices</name>
    <message>
        <source>gradient of the %1</source>
        <translation>%1的梯度</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 比特</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 个词</translation>
    </message>
    <message>
        <source>layer and head</source>
        <translation>层和头</translation>
    </message>
    <message>
        <source>previous word</source>
        <translation>前一个词</translation>
    </message>
    <message>
        <source>first word</source>
        <translation>第一个词</translation>
    </message>
    <message>
        <source>same word</source>
        <translation>相同的词</translation>
    </message>
    <message>
        <source>pronoun</source>
        <translation>代词</translation>
    </message>
    <message>
        <source>induction</source>
        <translation>归纳</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>one head</source>
        <translation>一个头</translation>
    </message>
    <message>
        <source>mean of the heads</source>
        <translation>各头的平均</translation>
    </message>
    <message>
        <source>maximum of the heads</source>
        <translation>各头的最大</translation>
    </message>
    <message>
        <source>mean of all layers</source>
        <translation>所有层的平均</translation>
    </message>
    <message>
        <source>maximum of all layers</source>
        <translation>所有层的最大</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>逐层累积（rollout）</translation>
    </message>
    <message>
        <source>self-attention</source>
        <translation>自注意力</translation>
    </message>
    <message>
        <source>self-attention of the encoder</source>
        <translation>编码器的自注意力</translation>
    </message>
    <message>
        <source>self-attention of the decoder</source>
        <translation>解码器的自注意力</translation>
    </message>
    <message>
        <source>masked self-attention of the decoder</source>
        <translation>解码器的掩码自注意力</translation>
    </message>
    <message>
        <source>masked self-attention</source>
        <translation>掩码自注意力</translation>
    </message>
    <message>
        <source>cross-attention</source>
        <translation>交叉注意力</translation>
    </message>
    <message>
        <source>alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <extracomment>%1 the number of a layer, %2 of one of its heads</extracomment>
        <translation>第 %1 层第 %2 头</translation>
    </message>
    <message>
        <source>− distance</source>
        <translation>− 距离</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>rows: word read ⇒ word written</source>
        <extracomment>of a picture&apos;s rows, which say &quot;d ⇒ c&quot;: the decoder reads d and writes c</extracomment>
        <translation>行：读入的词 ⇒ 写出的词</translation>
    </message>
</context>
<context>
    <name>attentarium::AttentionView</name>
    <message>
        <source>being worked out …</source>
        <translation>正在计算……</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>How the attention is shown</source>
        <translation>注意力的画法</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Query × key</source>
        <translation>查询 × 键</translation>
    </message>
    <message>
        <source>This model has no attention: it has no words that look at other words.

Transformers have it (GPT, BERT, encoder–decoders), and recurrent encoder–decoders with alignment. The bundled models of the small world are GPTs: open one from the button with the model&apos;s name.</source>
        <translation>这个模型没有注意力：它的词不会去看别的词。

Transformer（GPT、BERT、编码器–解码器）有注意力，带对齐的循环编码器–解码器也有。随程序附带的小世界模型都是 GPT：点写着模型名称的按钮就能打开。</translation>
    </message>
</context>
<context>
    <name>attentarium::BarsItem</name>
    <message>
        <source>not computed yet</source>
        <translation>还没算到</translation>
    </message>
</context>
<context>
    <name>attentarium::BeamView</name>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>kept, the answer ends here</source>
        <translation>保留，答案到此结束</translation>
    </message>
    <message>
        <source>cut: others were likelier</source>
        <translation>剪去：别的更有可能</translation>
    </message>
    <message>
        <source>“%1” · this token %2 · log-probability of all %3 · rank %4 · %5</source>
        <translation>“%1” · 这个词元 %2 · 整条路的对数概率 %3 · 第 %4 名 · %5</translation>
    </message>
</context>
<context>
    <name>attentarium::BranchForm</name>
    <message>
        <source>%1: a number from %2 to %3, please.</source>
        <extracomment>%1: a setting; %2 and %3: the smallest and the largest number that it can be</extracomment>
        <translation>%1：请填 %2 到 %3 之间的数。</translation>
    </message>
    <message>
        <source>From step %1 on with</source>
        <extracomment>before the settings of a run that goes on from a step of another</extracomment>
        <translation>从第 %1 步起，改用</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分出新运行</translation>
    </message>
    <message>
        <source>A new run that goes on from here. Seed and all other settings stay.</source>
        <translation>从这里接着训练一个新的运行；随机种子和其他设置都不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>attentarium::Breadcrumb</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>返回 %1</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Forward to %1</source>
        <translation>前进到 %1</translation>
    </message>
    <message>
        <source>The way to this number</source>
        <extracomment>a number, and behind it the numbers that it was computed from, one after the other</extracomment>
        <translation>走到这个数的路</translation>
    </message>
</context>
<context>
    <name>attentarium::BundledModels</name>
    <message>
        <source>Open the bundled model: %1</source>
        <translation>打开自带的模型：%1</translation>
    </message>
    <message>
        <source>Brackets · LSTM</source>
        <translation>括号 · LSTM</translation>
    </message>
    <message>
        <source>Small school · LSTM</source>
        <translation>小学堂 · LSTM</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>倒写</translation>
    </message>
    <message>
        <source>Reversal without attention</source>
        <translation>倒写，没有注意力</translation>
    </message>
    <message>
        <source>English → Chinese</source>
        <translation>英文 → 中文</translation>
    </message>
</context>
<context>
    <name>attentarium::ChangeRow</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>⚠ does not apply to this sentence</source>
        <translation>⚠ 对这个句子不适用</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>收回：%1</translation>
    </message>
    <message>
        <source>Take this change back (Delete)</source>
        <translation>收回这项改动（Delete）</translation>
    </message>
    <message>
        <source>Click, or press Enter, to see the number in the picture</source>
        <translation>单击或按回车，在图中查看这个数</translation>
    </message>
    <message>
        <source>Words moved</source>
        <translation>移动了词</translation>
    </message>
    <message>
        <source>before: %1</source>
        <extracomment>%1 is the sentence before any of its words was moved</extracomment>
        <translation>原来：%1</translation>
    </message>
</context>
<context>
    <name>attentarium::ChangesPanel</name>
    <message>
        <source>What if</source>
        <translation>如果……会怎样</translation>
    </message>
    <message>
        <source>What if a weight were another, a head were silent, a word looked elsewhere? Choose a number in the picture and try it: the model runs again at once.

Every change stands here, can be taken back, and is kept with the session.</source>
        <translation>如果某个权重不是这个数，某个头不发言，某个词看向别处，会怎样？在图中选一个数试试：模型立刻重新运行。

每项改动都列在这里，可以撤销，并随会话保存。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部复原</translation>
    </message>
    <message>
        <source>Takes back every change; Undo brings them again</source>
        <translation>收回所有改动；“撤销”能把它们找回来</translation>
    </message>
    <message>
        <source>Stop comparing with the kept run</source>
        <translation>不再与保留的运行比较</translation>
    </message>
    <message>
        <source>“Generate” uses changed weights and swapped heads. The other changes hold for the sentence as it stands.</source>
        <translation>“续写”会用到改过的参数和互换的头。其他改动只对眼前的句子有效。</translation>
    </message>
    <message>
        <source>Changes: %1</source>
        <translation>改动：%1 项</translation>
    </message>
    <message>
        <source>Stop comparing with the other model</source>
        <translation>不再同另一个模型比较</translation>
    </message>
    <message>
        <source>The other model is of another family, knows other words or fewer at a time, so that it cannot be compared on this sentence.</source>
        <translation>另一个模型属于别的类型，或词表不同，或一次能看的词太少，所以不能在这个句子上比较。</translation>
    </message>
    <message>
        <source>The model&apos;s own answer comes from changed weights and swapped heads. The other changes hold for the numbers that are shown.</source>
        <translation>模型自己的回答会用到改过的参数和互换的头。其他改动只对显示的数有效。</translation>
    </message>
</context>
<context>
    <name>attentarium::ChartBoard</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>此刻</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>nats per token</source>
        <extracomment>the unit of the loss</extracomment>
        <translation>每个词元的奈特数</translation>
    </message>
    <message>
        <source>Loss, %1</source>
        <translation>损失（%1）</translation>
    </message>
    <message>
        <source>There are no questions for what is learned here.</source>
        <translation>这里所学的内容没有可考的题目。</translation>
    </message>
    <message>
        <source>What it knows</source>
        <translation>它学会了什么</translation>
    </message>
    <message>
        <source>right answers</source>
        <translation>答对的比例</translation>
    </message>
    <message>
        <source>Accuracy, and the head that knows pronouns</source>
        <translation>准确率，以及懂代词的头</translation>
    </message>
    <message>
        <source>Neither accuracy nor pronouns are measured for what is learned here.</source>
        <translation>这里所学的内容不测准确率，也不测代词。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Norm of the gradient, whole and by layer</source>
        <translation>梯度的范数：整体和各层</translation>
    </message>
    <message>
        <source>Not measured here.</source>
        <translation>这里没有测量。</translation>
    </message>
    <message>
        <source>Activations: what each layer hands on</source>
        <translation>激活值：每层往后传的数</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>over how many steps a curve is smoothed</extracomment>
        <translation>不平滑</translation>
    </message>
    <message>
        <source>about %1 steps</source>
        <translation>约 %1 步</translation>
    </message>
    <message>
        <source>steps logarithmic</source>
        <translation>步数用对数刻度</translation>
    </message>
    <message>
        <source>values logarithmic</source>
        <translation>数值用对数刻度</translation>
    </message>
    <message>
        <source>✕ At step %1 the loss stopped being a number, first in “%2”. Try a lower learning rate, clip the gradient at a smaller norm, or warm up over more steps; branch from a moment before it.</source>
        <translation>✕ 第 %1 步，损失不再是数了，最先出在“%2”。试试更小的学习率、更严的梯度裁剪，或更长的预热；可以从它之前的时刻分出新运行。</translation>
    </message>
    <message>
        <source>★ Over-fitting: since step %1 the held-out loss has risen, from %2 to %3, while the training loss still falls: the model learns its text by heart. Dropout, L1 or L2 may help, or going back to the best step.</source>
        <translation>★ 过拟合：从第 %1 步起，留出损失从 %2 升到 %3，训练损失却还在降：模型在死记课文。可以试试随机失活、L1 或 L2，或回到最好的那一步。</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>正在看</translation>
    </message>
    <message>
        <source>no number any more</source>
        <translation>不再是数</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最好</translation>
    </message>
    <message>
        <source>Weights: stronger colour where more of them are</source>
        <translation>权重：颜色越浓的地方越多</translation>
    </message>
    <message>
        <source>Run, and the curve is drawn here.</source>
        <translation>点“开始”，曲线就画在这里。</translation>
    </message>
    <message>
        <source>Knowledge by kind: in brackets what guessing gets, and the best possible</source>
        <translation>各类知识：括号里是瞎猜能得的分和可能的最高分</translation>
    </message>
</context>
<context>
    <name>attentarium::ChartCard</name>
    <message>
        <source>%1: %2 at step %3, %4 at step %5</source>
        <extracomment>a line of a chart in words: name, value and step at its begin, value and step at its end</extracomment>
        <translation>%1：第 %3 步为 %2，第 %5 步为 %4</translation>
    </message>
    <message>
        <source>at step %1: %2</source>
        <extracomment>something that happened at a step of a run</extracomment>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>attentarium::CompareView</name>
    <message>
        <source>tokens: %1</source>
        <translation>词元：%1</translation>
    </message>
    <message>
        <source>characters per token: %1</source>
        <translation>每个词元平均 %1 个字符</translation>
    </message>
    <message>
        <source>vocabulary of the model: %1</source>
        <translation>模型的词表：%1</translation>
    </message>
    <message>
        <source>vocabulary: %1</source>
        <translation>词表：%1</translation>
    </message>
    <message>
        <source>out of the vocabulary: %1</source>
        <translation>词表外：%1</translation>
    </message>
    <message>
        <source>without a word list each Chinese character counts as a word</source>
        <translation>没有词典，每个汉字算一个词</translation>
    </message>
    <message>
        <source>being learned…</source>
        <translation>正在学习……</translation>
    </message>
    <message>
        <source>Choose a token to see its bytes and where else it stands.</source>
        <translation>点选一个词元，就能看到它的字节，以及它还出现在哪里。</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Byte pairs</source>
        <translation>字节对</translation>
    </message>
    <message>
        <source>The text as tokens: %1</source>
        <translation>切成词元的文本：%1</translation>
    </message>
</context>
<context>
    <name>attentarium::ComparisonTable</name>
    <message>
        <source>parameters: %1</source>
        <translation>参数：%1</translation>
    </message>
    <message>
        <source>loss in all: %1</source>
        <translation>总损失：%1</translation>
    </message>
    <message>
        <source>%1 ms per word</source>
        <translation>每词 %1 毫秒</translation>
    </message>
    <message>
        <source>%1, after “%2”: %3</source>
        <extracomment>a model, the word it has just read, and what it says</extracomment>
        <translation>%1，读完“%2”之后：%3</translation>
    </message>
    <message>
        <source>%1; then came “%2” with %3 %, a loss of %4 nats</source>
        <translation>%1；接着出现的是“%2”，概率 %3 %，损失 %4 奈特</translation>
    </message>
</context>
<context>
    <name>attentarium::ComparisonView</name>
    <message>
        <source>Bold: the word that came. Bars: its loss. The GPT has %1 times as many parameters as the RNN. Times: the median here, one word at a time; for larger models they say little.</source>
        <translation>粗体：实际出现的词。条形：它的损失。GPT 的参数是 RNN 的 %1 倍。时间：在这台电脑上逐词读入的中位数；对更大的模型参考意义不大。</translation>
    </message>
    <message>
        <source>Point at a word in a row for all its numbers.</source>
        <translation>把鼠标指向某一行中的一个词，可看到它的全部数值。</translation>
    </message>
    <message>
        <source>Models side by side</source>
        <translation>各模型并排比较</translation>
    </message>
    <message>
        <source>Next words and losses of each model</source>
        <translation>每个模型的下一个词和损失</translation>
    </message>
    <message>
        <source>Open the LSTM with a sentence that all four know</source>
        <extracomment>a button that opens a bundled model with its sentence</extracomment>
        <translation>打开 LSTM，用四个模型都认识的一句话</translation>
    </message>
</context>
<context>
    <name>attentarium::CorpusView</name>
    <message>
        <source>bytes: %1</source>
        <translation>字节：%1</translation>
    </message>
    <message>
        <source>characters: %1</source>
        <translation>字符：%1</translation>
    </message>
    <message>
        <source>words: %1</source>
        <translation>词：%1</translation>
    </message>
    <message>
        <source>different words: %1</source>
        <translation>不同的词：%1</translation>
    </message>
    <message>
        <source>that stand only once: %1</source>
        <translation>只出现一次的词：%1</translation>
    </message>
    <message>
        <source>found: %1 · the first %2 are shown</source>
        <translation>找到 %1 处 · 显示前 %2 处</translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation>找到 %1 处</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>The most frequent words</source>
        <translation>最常见的词</translation>
    </message>
    <message>
        <source>Search in context: a word or a phrase</source>
        <translation>在上下文中查找：一个词或一个短语</translation>
    </message>
    <message>
        <source>Search in context</source>
        <translation>在上下文中查找</translation>
    </message>
    <message>
        <source>Where the word stands, with what is around it</source>
        <translation>这个词出现的地方，连同前后文</translation>
    </message>
</context>
<context>
    <name>attentarium::CurveChart</name>
    <message>
        <source> (measured at step %1)</source>
        <extracomment>behind a value that is not measured at each step</extracomment>
        <translation>（第 %1 步测得）</translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <extracomment>the values of the lines of a chart at a step: &quot;step 240: loss 2.31, held-out loss 2.40&quot;</extracomment>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>attentarium::DifferenceLine</name>
    <message>
        <source>before %1 · now %2 · change &lt;b&gt;%3&lt;/b&gt;</source>
        <translation>之前 %1 · 现在 %2 · 变化 &lt;b&gt;%3&lt;/b&gt;</translation>
    </message>
    <message>
        <source>compared with: %1</source>
        <extracomment>%1: which run a number is compared with, such as &quot;without the changes&quot;</extracomment>
        <translation>比较对象：%1</translation>
    </message>
    <message>
        <source>This number was set by hand.</source>
        <translation>这个数是手动设定的。</translation>
    </message>
    <message>
        <source>This number was set by hand. By itself it would be %1.</source>
        <translation>这个数是手动设定的。它本来是 %1。</translation>
    </message>
</context>
<context>
    <name>attentarium::Docks</name>
    <message>
        <source>Put into a window of its own</source>
        <translation>放到单独的窗口</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>关闭这个面板</translation>
    </message>
    <message>
        <source>Tabs further left</source>
        <translation>左边的标签</translation>
    </message>
    <message>
        <source>Tabs further right</source>
        <translation>右边的标签</translation>
    </message>
</context>
<context>
    <name>attentarium::EffectBars</name>
    <message>
        <source>%1 → %2  %3</source>
        <translation>%1 → %2  %3</translation>
    </message>
</context>
<context>
    <name>attentarium::EffectSection</name>
    <message>
        <source>What came of it</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>compared with: %1</source>
        <translation>比较对象：%1</translation>
    </message>
    <message>
        <source>Likeliest words before and after</source>
        <translation>之前与之后最可能的词</translation>
    </message>
    <message>
        <source>loss %1 → &lt;b&gt;%2&lt;/b&gt;, change %3</source>
        <translation>损失 %1 → &lt;b&gt;%2&lt;/b&gt;，变化 %3</translation>
    </message>
    <message>
        <source>What it is taken for</source>
        <translation>它被判为</translation>
    </message>
    <message>
        <source>In the place of “%1”</source>
        <translation>在“%1”的位置上</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>在“%1”之后</translation>
    </message>
    <message>
        <source>Near “%1”</source>
        <translation>在“%1”附近</translation>
    </message>
</context>
<context>
    <name>attentarium::FilmBar</name>
    <message>
        <source>The film is saved as %1.</source>
        <translation>影片已保存为 %1。</translation>
    </message>
    <message>
        <source>No film was saved.</source>
        <translation>没有保存影片。</translation>
    </message>
    <message>
        <source>Progress of the film</source>
        <translation>影片的进度</translation>
    </message>
    <message>
        <source>Filming moment %1 of %2</source>
        <translation>正在拍摄第 %1 个时刻，共 %2 个</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the film</source>
        <translation>取消拍摄</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>attentarium::Fold</name>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>attentarium::GenerateForm</name>
    <message>
        <source>How Generate draws words</source>
        <translation>“续写”怎样抽词（采样）</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>How many words are drawn at most. A line end ends the story.</source>
        <translation>最多续写多少个词。遇到换行，故事就结束。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Below 1 likely words become likelier, above 1 rare ones. 0 always takes the likeliest.</source>
        <translation>小于 1 时，概率高的词更容易抽到；大于 1 时，少见的词也更容易抽到。0 表示总取概率最高的词。</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>前 k 个 (top-k)</translation>
    </message>
    <message>
        <source>Only this many of the likeliest words may be drawn. 0 allows all.</source>
        <translation>只从概率最高的这么多个词里抽。0 表示不限。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>累计概率 p (top-p)</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this share may be drawn.</source>
        <translation>只从概率最高、合起来刚达到这个概率的词里抽。</translation>
    </message>
    <message>
        <source>Seed</source>
        <extracomment>the number that random draws begin with</extracomment>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed draws the same words.</source>
        <translation>同样的种子抽出同样的词。</translation>
    </message>
    <message>
        <source>all</source>
        <extracomment>as the value of top-k</extracomment>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>attentarium::GoalForm</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>奈特</translation>
    </message>
    <message>
        <source>Run until</source>
        <translation>训练到</translation>
    </message>
    <message>
        <source>Run, and pause by itself when</source>
        <translation>训练，并在此时自动暂停：</translation>
    </message>
    <message>
        <source>so many steps are done</source>
        <translation>完成的步数达到</translation>
    </message>
    <message>
        <source>the held-out loss is down to</source>
        <translation>测验损失降到</translation>
    </message>
    <message>
        <source>right answers reach</source>
        <translation>正确率达到</translation>
    </message>
    <message>
        <source>every kind of knowledge reaches</source>
        <translation>每种知识都达到</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Run until then</source>
        <translation>训练到那时</translation>
    </message>
</context>
<context>
    <name>attentarium::GradientChart</name>
    <message>
        <source>units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>spectral radius</source>
        <translation>谱半径</translation>
    </message>
    <message>
        <source>half-life in steps</source>
        <translation>半衰期（步）</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>after clipping</source>
        <translation>裁剪之后</translation>
    </message>
    <message>
        <source>doubles in %1</source>
        <extracomment>in place of a half-life, where a gradient grows</extracomment>
        <translation>每 %1 步翻倍</translation>
    </message>
    <message>
        <source>%1, as it is</source>
        <translation>%1，不变</translation>
    </message>
    <message>
        <source>|dL/dh|: how much the loss depends on the hidden state</source>
        <translation>|dL/dh|：损失对隐藏状态的依赖程度</translation>
    </message>
    <message>
        <source>steps back from the last word</source>
        <translation>从最后一个词往回的步数</translation>
    </message>
    <message>
        <source>first word: “%1”</source>
        <translation>第一个词：“%1”</translation>
    </message>
</context>
<context>
    <name>attentarium::GradientsView</name>
    <message>
        <source>The models read the sentence above, and stories of the small world behind it.</source>
        <translation>模型先读上面的句子，再接着读小世界的故事。</translation>
    </message>
    <message>
        <source>The models do not know “%1”, so they read stories of the small world in place of the sentence.</source>
        <translation>模型不认识“%1”，所以读的不是这个句子，而是小世界的故事。</translation>
    </message>
    <message>
        <source>The bundled models have about as many parameters each, so they differ in units.</source>
        <translation>自带的三个模型参数数量相近，因此单元数不同。</translation>
    </message>
    <message>
        <source>All three have %1 units and weights that nothing was learned with.</source>
        <translation>三个模型都有 %1 个单元，权重未经训练。</translation>
    </message>
    <message>
        <source>Point at a step, or move with the arrows, for its numbers.</source>
        <translation>把鼠标指向一步，或用方向键移动，可看到那里的数值。</translation>
    </message>
    <message>
        <source>Gradients through time</source>
        <translation>沿时间的梯度</translation>
    </message>
    <message>
        <source>Weights of the models</source>
        <translation>模型的权重</translation>
    </message>
    <message>
        <source>Fresh weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Trained weights</source>
        <translation>训练后的权重</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seed of the fresh weights</source>
        <translation>初始权重的随机种子</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Words that are read</source>
        <translation>读入的词数</translation>
    </message>
    <message>
        <source>spectral radius</source>
        <translation>谱半径</translation>
    </message>
    <message>
        <source>Spectral radius of the recurrent matrices</source>
        <translation>循环矩阵的谱半径</translation>
    </message>
    <message>
        <source>The spectral radius of an LSTM and a GRU is that of the candidate&apos;s block; all their recurrent weights are scaled by the same factor.</source>
        <translation>LSTM 和 GRU 的谱半径取自候选内容的那一块；它们的全部循环权重按同一倍数缩放。</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Leave each recurrent matrix as it is</source>
        <translation>让每个循环矩阵保持原样</translation>
    </message>
    <message>
        <source>clip at</source>
        <translation>裁剪阈值</translation>
    </message>
    <message>
        <source>Largest norm that clipping leaves</source>
        <translation>裁剪后允许的最大范数</translation>
    </message>
    <message>
        <source>Gradient at each step back, and what it amounts to</source>
        <translation>往回每一步的梯度，以及汇总</translation>
    </message>
</context>
<context>
    <name>attentarium::GroupControls</name>
    <message>
        <source>order by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Which attention</source>
        <translation>哪一种注意力</translation>
    </message>
    <message>
        <source>Order of the heads</source>
        <translation>各头的顺序</translation>
    </message>
    <message>
        <source>being worked out …</source>
        <translation>正在计算……</translation>
    </message>
    <message>
        <source>share of a head&apos;s weight, over %1 stories of the small world</source>
        <translation>头的权重所占的比例，取自小世界的 %1 个故事</translation>
    </message>
    <message>
        <source>Whom a pronoun stands for is known in the small world only, and this model does not read it.</source>
        <translation>只有在小世界里才知道代词指谁，而这个模型不读小世界的故事。</translation>
    </message>
    <message>
        <source>share of a head&apos;s weight, on this sentence alone</source>
        <translation>头的权重所占的比例，只看这一句</translation>
    </message>
    <message>
        <source>0 bits: one word; log₂ n bits: n words alike</source>
        <translation>0 比特：只看一个词；log₂ n 比特：n 个词看得一样多</translation>
    </message>
    <message>
        <source>how many words away, weighted</source>
        <translation>看的词离自己几个词，按权重平均</translation>
    </message>
</context>
<context>
    <name>attentarium::HeadChip</name>
    <message>
        <source>Lines of head %1</source>
        <translation>第 %1 头的连线</translation>
    </message>
    <message>
        <source>Head %1: click to switch its lines, double-click for it alone</source>
        <translation>第 %1 头：单击开关它的连线，双击只留它</translation>
    </message>
</context>
<context>
    <name>attentarium::HeadGrid</name>
    <message>
        <source>Heads</source>
        <translation>各个头</translation>
    </message>
</context>
<context>
    <name>attentarium::HeadItem</name>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
</context>
<context>
    <name>attentarium::HeatmapView</name>
    <message>
        <source>The numbers are on the clipboard.</source>
        <translation>这些数已放到剪贴板。</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>被遮住</translation>
    </message>
    <message>
        <source>All that look at “%1”</source>
        <translation>看“%1”的所有词</translation>
    </message>
    <message>
        <source>All that “%1” looks at</source>
        <translation>“%1”看的所有词</translation>
    </message>
</context>
<context>
    <name>attentarium::Histogram</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Most of the numbers, %1, lie from %2 to %3.</source>
        <translation>最多的一组有 %1 个数，在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>%1 numbers from %2 to %3</source>
        <translation>%2 到 %3 之间有 %1 个数</translation>
    </message>
</context>
<context>
    <name>attentarium::Inspector</name>
    <message>
        <source>This number</source>
        <translation>这个数</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Show the value</source>
        <translation>显示值</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Show the gradient</source>
        <translation>显示梯度</translation>
    </message>
    <message>
        <source>How the loss would change if this number grew a little</source>
        <translation>这个数增大一点时，损失会怎样变</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Copies the numbers so that a spreadsheet reads them</source>
        <translation>复制这些数，可以粘贴到电子表格</translation>
    </message>
    <message>
        <source>No sentence has run yet</source>
        <translation>还没有运行过句子</translation>
    </message>
    <message>
        <source>This gradient</source>
        <translation>这个梯度</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>它从哪里来</translation>
    </message>
    <message>
        <source>If it grew by a little, the loss would change by &lt;a href=&apos;%1&apos;&gt;%2&lt;/a&gt; times as much.</source>
        <translation>它增大一点点，损失的变化就是这一点点的 &lt;a href=&apos;%1&apos;&gt;%2&lt;/a&gt; 倍。</translation>
    </message>
    <message>
        <source>The loss does not depend on this number.</source>
        <translation>损失与这个数无关。</translation>
    </message>
    <message>
        <source>A sentence of one word has no next word to learn from, so there is no loss.</source>
        <translation>只有一个词的句子没有下一个词可学，所以没有损失。</translation>
    </message>
    <message>
        <source>What changes it</source>
        <translation>什么会改变它</translation>
    </message>
    <message>
        <source>The update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>这一步</translation>
    </message>
    <message>
        <source>This tensor</source>
        <translation>这个张量</translation>
    </message>
    <message>
        <source>What happens here</source>
        <translation>这里发生了什么</translation>
    </message>
    <message>
        <source>Any number</source>
        <translation>任何一个数</translation>
    </message>
    <message>
        <source>Click a number in the picture to see where it comes from and what changes it.</source>
        <translation>点图中的任意一个数，看它从哪里来、什么会改变它。</translation>
    </message>
    <message>
        <source>Back to this step</source>
        <extracomment>what is chosen is let go, and the panel speaks of the step of the walk again</extracomment>
        <translation>回到这一步</translation>
    </message>
    <message>
        <source>Lets go of what is chosen, so that this panel follows the walk again</source>
        <translation>放开选中的内容，让这个面板重新跟着步骤走</translation>
    </message>
    <message>
        <source>After this word nothing is told yet, so it has no part in the loss.</source>
        <translation>这个词后面还没有可以对照的词，所以它不影响损失。</translation>
    </message>
</context>
<context>
    <name>attentarium::KindBox</name>
    <message>
        <source>bundled model: %1</source>
        <translation>自带模型：%1</translation>
    </message>
    <message>
        <source>the open model: %1</source>
        <translation>打开的模型：%1</translation>
    </message>
    <message>
        <source>the open model</source>
        <translation>打开的模型</translation>
    </message>
    <message>
        <source>Whose positions are shown</source>
        <translation>显示谁的位置</translation>
    </message>
    <message>
        <source>The bundled models are alike in all but how they know where their words stand.</source>
        <translation>这些自带模型只有一点不同：怎样知道词在什么位置。</translation>
    </message>
</context>
<context>
    <name>attentarium::LengthChart</name>
    <message>
        <source>this model, with attention</source>
        <translation>这个模型，有注意力</translation>
    </message>
    <message>
        <source>this model, without attention</source>
        <translation>这个模型，没有注意力</translation>
    </message>
    <message>
        <source>bundled, with attention</source>
        <translation>自带模型，有注意力</translation>
    </message>
    <message>
        <source>bundled, without attention</source>
        <translation>自带模型，没有注意力</translation>
    </message>
    <message>
        <source>Answers wholly right, by the length of the source</source>
        <translation>按源句长度统计的完全正确率</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>tokens of the source</source>
        <translation>源句的词元数</translation>
    </message>
    <message>
        <source>%1: %2 of %3 right (%4)</source>
        <translation>%1：%3 题中答对 %2 题（%4）</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
</context>
<context>
    <name>attentarium::Lesson</name>
    <message>
        <source>This file is not UTF-8.</source>
        <translation>这个文件不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>This file is missing or cannot be read.</source>
        <translation>这个文件不存在或无法读取。</translation>
    </message>
    <message>
        <source>This is not JSON: %1.</source>
        <translation>这不是 JSON：%1。</translation>
    </message>
    <message>
        <source>The key “%1” stands here twice.</source>
        <translation>键“%1”在这里出现了两次。</translation>
    </message>
    <message>
        <source>A lesson needs steps.</source>
        <translation>课程要有步骤。</translation>
    </message>
    <message>
        <source>“%1” is not known here.</source>
        <translation>这里不认识“%1”。</translation>
    </message>
    <message>
        <source>“%1” is missing or is no text.</source>
        <translation>缺少“%1”，或者它不是文本。</translation>
    </message>
    <message>
        <source>No word has the role “%1” in the sentences of every language.</source>
        <translation>不是每种语言的句子里都有担任“%1”的词。</translation>
    </message>
    <message>
        <source>“%1” needs words.</source>
        <translation>“%1”要有词。</translation>
    </message>
    <message>
        <source>Two steps have the id “%1”.</source>
        <translation>有两个步骤的 id 都是“%1”。</translation>
    </message>
    <message>
        <source>“ask” and “until”: {&quot;answered&quot;: true} belong together.</source>
        <translation>“ask”和“until”: {&quot;answered&quot;: true} 要一起使用。</translation>
    </message>
    <message>
        <source>Here only “other” is possible.</source>
        <translation>这里只能是“other”。</translation>
    </message>
    <message>
        <source>“until” needs one of “answered”, “reach”, “select”, “change” and “head”.</source>
        <translation>“until”要有“answered”“reach”“select”“change”“head”之一。</translation>
    </message>
    <message>
        <source>Here “value” or “gradient” is possible.</source>
        <translation>这里可以是“value”或“gradient”。</translation>
    </message>
    <message>
        <source>A step is a phase and a name, such as “forward blocks.0.attention.weights”.</source>
        <translation>步骤由阶段和名称组成，例如“forward blocks.0.attention.weights”。</translation>
    </message>
    <message>
        <source>“%1” is no place in a tensor.</source>
        <translation>“%1”不是张量里的位置。</translation>
    </message>
    <message>
        <source>“%1” is no cell of a tensor.</source>
        <translation>“%1”不是张量里的一格。</translation>
    </message>
    <message>
        <source>There is no group “%1”.</source>
        <translation>没有“%1”这一组。</translation>
    </message>
    <message>
        <source>The step “%1” of lesson.json has no text here.</source>
        <translation>lesson.json 里的步骤“%1”在这里没有文字。</translation>
    </message>
    <message>
        <source>lesson.json has no step “%1”.</source>
        <translation>lesson.json 里没有步骤“%1”。</translation>
    </message>
    <message>
        <source>The step “%1” needs a part {#%2}.</source>
        <translation>步骤“%1”需要 {#%2} 这一部分。</translation>
    </message>
</context>
<context>
    <name>attentarium::LessonPanel</name>
    <message>
        <source>Lesson · %1</source>
        <extracomment>Above a lesson&apos;s step: %1 is the lesson&apos;s title.</extracomment>
        <translation>课程 · %1</translation>
    </message>
    <message>
        <source>All lessons</source>
        <extracomment>Button: leave this lesson and see all of them.</extracomment>
        <translation>全部课程</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The files of this lesson need a correction</source>
        <translation>这个课程的文件需要修改</translation>
    </message>
    <message>
        <source>Another sentence</source>
        <translation>换了句子</translation>
    </message>
    <message>
        <source>This sentence lacks words that the lesson speaks of.</source>
        <translation>这个句子里缺少课程讲到的词。</translation>
    </message>
    <message>
        <source>Put the lesson&apos;s sentence back</source>
        <translation>换回课程的句子</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>The place in the lesson: %1 is the number of the step, %2 the number of steps.</extracomment>
        <translation>课程第 %1/%2 步</translation>
    </message>
    <message>
        <source>Show it again</source>
        <extracomment>Button: put on the stage again what this step of the lesson shows.</extracomment>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Show again what this step of the lesson shows</source>
        <translation>再看一次课程这一步的画面</translation>
    </message>
    <message>
        <source>Choose an answer, then go on.</source>
        <translation>先选一个答案，再继续。</translation>
    </message>
    <message>
        <source>Do what is asked above, then go on.</source>
        <translation>先完成上面的要求，再继续。</translation>
    </message>
    <message>
        <source>← Back</source>
        <extracomment>Button: to the step before in the lesson.</extracomment>
        <translation>← 上一步</translation>
    </message>
    <message>
        <source>Back to the step before</source>
        <translation>回到上一步</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>Buttons: to the next step in the lesson, or to the end of the lesson.</extracomment>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next →</source>
        <translation>下一步 →</translation>
    </message>
    <message>
        <source>Finish the lesson</source>
        <translation>完成课程</translation>
    </message>
    <message>
        <source>On to the next step</source>
        <translation>到下一步</translation>
    </message>
</context>
<context>
    <name>attentarium::LessonPlayer</name>
    <message>
        <source>The model has no step “%1”.</source>
        <translation>模型没有“%1”这一步。</translation>
    </message>
</context>
<context>
    <name>attentarium::LessonShelf</name>
    <message>
        <source>There are no lessons in the folder of lessons.</source>
        <translation>课程文件夹里没有课程。</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Begin</source>
        <extracomment>Button: begin a lesson.</extracomment>
        <translation>开始</translation>
    </message>
    <message>
        <source>Begin the lesson “%1”</source>
        <translation>开始课程“%1”</translation>
    </message>
</context>
<context>
    <name>attentarium::LessonText</name>
    <message>
        <source>The part {#%1} stands here twice.</source>
        <translation>{#%1} 这一部分在这里出现了两次。</translation>
    </message>
    <message>
        <source>A heading with ### ends in one of {#ask}, {#right}, {#wrong}, {#task} and {#done}.</source>
        <translation>### 标题要以 {#ask}、{#right}、{#wrong}、{#task}、{#done} 之一结尾。</translation>
    </message>
    <message>
        <source>A step&apos;s heading ends in its id from lesson.json, for example {#scores}.</source>
        <translation>步骤的标题要以它在 lesson.json 里的 id 结尾，例如 {#scores}。</translation>
    </message>
    <message>
        <source>The step “%1” stands here twice.</source>
        <translation>步骤“%1”在这里出现了两次。</translation>
    </message>
    <message>
        <source>This brace is not closed.</source>
        <translation>这个大括号没有闭合。</translation>
    </message>
    <message>
        <source>“{%1}” is not a figure that a lesson can show.</source>
        <translation>“{%1}”不是课程能显示的数。</translation>
    </message>
</context>
<context>
    <name>attentarium::LinesView</name>
    <message>
        <source>Attention as lines</source>
        <translation>用连线画的注意力</translation>
    </message>
    <message>
        <source>“%1” looks at: %2</source>
        <translation>“%1”看：%2</translation>
    </message>
    <message>
        <source>“%1” is looked at by: %2</source>
        <translation>看“%1”的有：%2</translation>
    </message>
    <message>
        <source>The %1 strongest lines; hover a word for its own.</source>
        <translation>最强的 %1 条线；把指针放到一个词上，就只看它的线。</translation>
    </message>
</context>
<context>
    <name>attentarium::LiveNames</name>
    <message>
        <source>One of the places is not along this axis, or is beyond its end.</source>
        <translation>有一个位置不在这条轴上，或超出了末尾。</translation>
    </message>
    <message>
        <source>“largest” can only stand for the last axis.</source>
        <translation>“largest”只能用于最后一条轴。</translation>
    </message>
    <message>
        <source>The model has nothing called “%1”.</source>
        <translation>模型里没有叫“%1”的东西。</translation>
    </message>
    <message numerus="yes">
        <source>“%1” has %n axes, fewer than this.</source>
        <translation>
            <numerusform>“%1”有 %n 条轴，少于这里写的。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no number called “%1”.</source>
        <translation>没有叫“%1”的数。</translation>
    </message>
    <message>
        <source>This names a part of a tensor; a figure needs one cell of it.</source>
        <translation>这指的是张量的一部分；要显示的数必须是其中的一格。</translation>
    </message>
    <message>
        <source>The loss does not depend on this cell.</source>
        <translation>损失与这一格无关。</translation>
    </message>
    <message>
        <source>The last axis of “%1” has no words.</source>
        <translation>“%1”的最后一条轴上没有词。</translation>
    </message>
</context>
<context>
    <name>attentarium::LiveSettings</name>
    <message>
        <source>%1 while it runs</source>
        <extracomment>%1: a setting such as &quot;Dropout&quot;</extracomment>
        <translation>训练中的%1</translation>
    </message>
</context>
<context>
    <name>attentarium::LiveTextView</name>
    <message>
        <source>The sentence has no word for this.</source>
        <translation>句子里没有对应的词。</translation>
    </message>
</context>
<context>
    <name>attentarium::LongerView</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>, about %1 s left</source>
        <translation>，大约还要 %1 秒</translation>
    </message>
    <message>
        <source>cancelled; what was done is shown</source>
        <translation>已取消；显示已完成的部分</translation>
    </message>
    <message>
        <source>Loss at each place, in nats a word</source>
        <translation>每个位置上的损失（每词奈特）</translation>
    </message>
    <message>
        <source>place in the text</source>
        <translation>文本中的位置</translation>
    </message>
    <message>
        <source>%1, again</source>
        <translation>%1（重新训练）</translation>
    </message>
    <message>
        <source>trained up to %1</source>
        <translation>训练到 %1 为止</translation>
    </message>
    <message>
        <source>places %1 to %2</source>
        <translation>位置 %1 到 %2</translation>
    </message>
    <message>
        <source>Mean loss by stretch</source>
        <translation>各段的平均损失</translation>
    </message>
    <message>
        <source>%1, places %2: there are no vectors for these places</source>
        <translation>%1，位置 %2：这些位置没有向量</translation>
    </message>
    <message>
        <source>%1, places %2: %3 nats a word</source>
        <translation>%1，位置 %2：每词 %3 奈特</translation>
    </message>
    <message>
        <source>The bundled models are being measured…</source>
        <translation>正在测量自带模型……</translation>
    </message>
    <message>
        <source>Learned positions end at %1: there are no vectors beyond, so nothing is drawn.</source>
        <translation>学习得到的位置到 %1 为止：再往后没有向量，所以不画。</translation>
    </message>
    <message>
        <source>Measured on %1 texts of joined stories that no model has seen; each was trained for %2 steps.</source>
        <translation>测量用了 %1 篇由故事连成的文本，没有一个模型见过它们；每个模型训练了 %2 步。</translation>
    </message>
    <message>
        <source>Trained again with seed %1, no point lies further than %2 from the bundled curve.</source>
        <translation>用种子 %1 重新训练后，没有一点与自带模型的曲线相差超过 %2。</translation>
    </message>
    <message>
        <source>Train short, test long</source>
        <translation>短训练，长测试</translation>
    </message>
    <message>
        <source>Train these five again</source>
        <translation>重新训练这五个模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Seed of the weights and the texts</source>
        <translation>权重和文本的种子</translation>
    </message>
    <message>
        <source>The bundled models were trained with seed 1. Another one shows how much is chance.</source>
        <translation>自带模型用种子 1 训练。换一个种子，就看得出有多少是偶然。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Up to place %1, the length of the texts in training, all five have a loss of %2 to %3 nats a word. In places %4 to %5 it is %7 with %6 positions, which do best, and %9 with %8.</source>
        <translation>到位置 %1（训练文本的长度）为止，五种方式的损失都在每词 %2 到 %3 奈特之间。在位置 %4 到 %5，最好的“%6”损失为 %7，“%8”为 %9。</translation>
    </message>
</context>
<context>
    <name>attentarium::LookupPicture</name>
    <message>
        <source>embedding</source>
        <translation>词嵌入</translation>
    </message>
    <message>
        <source>with its place</source>
        <translation>加上位置</translation>
    </message>
    <message>
        <source>after block %1</source>
        <translation>第 %1 块之后</translation>
    </message>
    <message>
        <source>last norm</source>
        <translation>最后归一化</translation>
    </message>
    <message>
        <source>hidden state %1</source>
        <translation>隐藏状态 %1</translation>
    </message>
    <message>
        <source>encoder state</source>
        <translation>编码器状态</translation>
    </message>
</context>
<context>
    <name>attentarium::LookupView</name>
    <message>
        <source>There is no sentence to look up yet: type one above.</source>
        <translation>还没有可查的句子：请在上方输入一句。</translation>
    </message>
    <message>
        <source>Word vectors have no context: whatever stands around “%1”, its vector is the row of the table.</source>
        <translation>词向量没有上下文：无论“%1”周围是什么，它的向量就是表里的那一行。</translation>
    </message>
    <message>
        <source>This model joins the vectors of its last few words into one: behind the table no word has a vector of its own. A transformer or a recurrent network has one after every layer.</source>
        <translation>这个模型把最近几个词的向量拼成一个：查表之后，词就没有自己的向量了。Transformer 或循环网络在每一层之后都有。</translation>
    </message>
    <message>
        <source>Type a second sentence that has “%1” too, to see what its neighbours do to it.</source>
        <translation>请输入另一个也含有“%1”的句子，看看周围的词对它做了什么。</translation>
    </message>
    <message>
        <source>“%1” does not stand in the second sentence: type one that has it, or choose another word.</source>
        <translation>第二句里没有“%1”：请输入含有它的句子，或另选一个词。</translation>
    </message>
    <message>
        <source>feature %1 of %2</source>
        <translation>特征 %1 / %2</translation>
    </message>
    <message>
        <source>stage %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Look-up and layers</source>
        <translation>查表与逐层</translation>
    </message>
    <message>
        <source>What is shown of the word</source>
        <translation>显示词的哪一面</translation>
    </message>
    <message>
        <source>Look-up</source>
        <translation>查表</translation>
    </message>
    <message>
        <source>Through the layers</source>
        <translation>逐层变化</translation>
    </message>
    <message>
        <source>Second sentence:</source>
        <translation>第二句：</translation>
    </message>
    <message>
        <source>Second sentence</source>
        <translation>第二句</translation>
    </message>
    <message>
        <source>another sentence with the same word</source>
        <translation>另一个含有同一个词的句子</translation>
    </message>
    <message>
        <source>The same model reads it; emptied, it is told anew.</source>
        <translation>同一个模型来读它；清空后会重新给出一句。</translation>
    </message>
    <message>
        <source>The word&apos;s vectors</source>
        <translation>词的向量</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Open the small world&apos;s GPT</source>
        <translation>打开小世界的 GPT</translation>
    </message>
</context>
<context>
    <name>attentarium::LossChart</name>
    <message>
        <source>Loss of each word</source>
        <translation>每个词的损失</translation>
    </message>
    <message>
        <source>Each pair of neighbours has a loss of its own; the picture of the loss shows them.</source>
        <translation>每一对相邻的词各有自己的损失，请看损失那一页的图。</translation>
    </message>
    <message>
        <source>One word has no next word, so no loss</source>
        <translation>只有一个词，没有下一个词，也就没有损失</translation>
    </message>
    <message>
        <source>No sentence has run yet</source>
        <translation>还没有运行过句子</translation>
    </message>
    <message>
        <source>“%1” after “%2”: loss %3</source>
        <translation>“%2”之后的“%1”：损失 %3</translation>
    </message>
    <message>
        <source>Loss of each word, mean %1 (dashed)</source>
        <extracomment>the dashed line in the chart is the mean of its bars</extracomment>
        <translation>每个词的损失，平均 %1（虚线）</translation>
    </message>
    <message>
        <source>“%1”: loss %2</source>
        <translation>“%1”：损失 %2</translation>
    </message>
    <message>
        <source>, before %1, change %2</source>
        <extracomment>behind the loss of a word</extracomment>
        <translation>，之前 %1，变化 %2</translation>
    </message>
    <message>
        <source>%1: mean %2, change %3 (hatched)</source>
        <translation>%1：平均 %2，变化 %3（斜线框）</translation>
    </message>
</context>
<context>
    <name>attentarium::MainWindow</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>taking back all changes</source>
        <translation>收回所有改动</translation>
    </message>
    <message>
        <source>taking back “%1”</source>
        <extracomment>%1: a change, such as &quot;head 3 is silent&quot;</extracomment>
        <translation>收回“%1”</translation>
    </message>
    <message>
        <source>More &amp;bundled models</source>
        <translation>更多自带模型(&amp;B)</translation>
    </message>
</context>
<context>
    <name>attentarium::MapProblemLine</name>
    <message>
        <source>Replace “%1” by “%2”</source>
        <translation>把“%1”换成“%2”</translation>
    </message>
    <message>
        <source>Known words like it:</source>
        <extracomment>before buttons with words that the model knows</extracomment>
        <translation>与它相近的已知词：</translation>
    </message>
</context>
<context>
    <name>attentarium::MatrixControls</name>
    <message>
        <source>Which heads</source>
        <translation>哪些头</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>from</source>
        <translation>不低于</translation>
    </message>
    <message>
        <source>Weights under this share are pale, and no lines</source>
        <translation>低于这个比例的权重颜色变淡，也不连线</translation>
    </message>
</context>
<context>
    <name>attentarium::MatrixItem</name>
    <message>
        <source>not computed yet</source>
        <extracomment>In the empty frame of a tensor that the walk has not reached.</extracomment>
        <translation>还没算到</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>已遮住</translation>
    </message>
    <message>
        <source>numbers × %1</source>
        <extracomment>Under a matrix with very small or very large numbers: %1 is a power of ten, for example 10⁻³.</extracomment>
        <translation>数值 × %1</translation>
    </message>
    <message>
        <source>below ∂</source>
        <extracomment>Below a matrix whose cells show values above and gradients below: the scale of the lower halves.</extracomment>
        <translation>下半 ∂</translation>
    </message>
    <message>
        <source>no gradient</source>
        <translation>没有梯度</translation>
    </message>
    <message>
        <source>no gradient yet</source>
        <translation>还没有梯度</translation>
    </message>
</context>
<context>
    <name>attentarium::MergeBar</name>
    <message>
        <source>merges: %1 of %2 · vocabulary: %3</source>
        <extracomment>the vocabulary is the 256 bytes and what the merges made</extracomment>
        <translation>合并：第 %1 次，共 %2 次 · 词表：%3</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Before the first merge</source>
        <translation>回到第一次合并之前</translation>
    </message>
    <message>
        <source>One merge back</source>
        <translation>退回一次合并</translation>
    </message>
    <message>
        <source>One merge forward</source>
        <translation>前进一次合并</translation>
    </message>
    <message>
        <source>After the last merge</source>
        <translation>到最后一次合并之后</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>Number of merges</source>
        <translation>合并次数</translation>
    </message>
</context>
<context>
    <name>attentarium::MergesView</name>
    <message>
        <source>Saved in %1: tokenizer.json, vocab.json and merges.txt.</source>
        <translation>已保存到 %1：tokenizer.json、vocab.json 和 merges.txt。</translation>
    </message>
    <message>
        <source>Before the first merge: each token is one byte.</source>
        <translation>还没有合并：每个词元就是一个字节。</translation>
    </message>
    <message>
        <source>Merge %1: “%2” and “%3” became the token “%4” with id %5, %6 times</source>
        <extracomment>%2 and %3 became the token %4, whose number is %5; %6 is how often they stood side by side</extracomment>
        <translation>第 %1 次合并：“%2”和“%3”合成词元“%4”，编号 %5，共 %6 处</translation>
    </message>
    <message>
        <source>The outlined pair is the next to be merged. Choose another row to see where it stands.</source>
        <translation>框出的一对将在下一步合并。选另一行，可以看到那一对出现在哪里。</translation>
    </message>
    <message>
        <source>No pair of neighbours stands twice in this text, so there is nothing to merge. Take a longer one.</source>
        <translation>这篇文本里没有出现两次的相邻对，所以没有可以合并的。请换一篇更长的文本。</translation>
    </message>
    <message>
        <source>Learning: merge %1…</source>
        <translation>正在学习：第 %1 次合并……</translation>
    </message>
    <message>
        <source>A tokenizer from a file: what it was learned from is not known here, so there are no counts of pairs.</source>
        <translation>这是从文件打开的分词器：这里不知道它是从什么文本学来的，所以没有词元对的次数。</translation>
    </message>
    <message>
        <source>The text has more pairs; %1 merges were learned.</source>
        <translation>文本里还有更多的词元对；这里学到 %1 次合并为止。</translation>
    </message>
    <message>
        <source>Shown is the beginning of the text, %1 of %2 bytes. All counts are of the whole text.</source>
        <translation>这里显示文本的开头部分，%1 字节（全文 %2 字节）。所有次数都按全文统计。</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>词元对</translation>
    </message>
    <message>
        <source>count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>new token</source>
        <translation>新词元</translation>
    </message>
    <message>
        <source>Pairs of neighbouring tokens, the most frequent first</source>
        <translation>相邻的词元对，次数多的在前</translation>
    </message>
    <message>
        <source>The text after the merges</source>
        <translation>合并之后的文本</translation>
    </message>
    <message>
        <source>How far the learning is</source>
        <translation>学习的进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What was learned until now stays</source>
        <translation>已经学到的会保留</translation>
    </message>
    <message>
        <source>Train a model with it</source>
        <translation>用它训练模型</translation>
    </message>
    <message>
        <source>Sets up a run that learns this text with these byte pairs, and goes to the training workspace</source>
        <translation>准备一次训练：用这些字节对学习这篇文本，并转到训练工作区</translation>
    </message>
    <message>
        <source>Open a tokenizer…</source>
        <translation>打开分词器…</translation>
    </message>
    <message>
        <source>tokenizer.json, or vocab.json with merges.txt beside it</source>
        <translation>tokenizer.json，或者 vocab.json 和同一文件夹里的 merges.txt</translation>
    </message>
    <message>
        <source>Save the tokenizer…</source>
        <translation>保存分词器…</translation>
    </message>
    <message>
        <source>As tokenizer.json, vocab.json and merges.txt, with the merges shown now</source>
        <translation>存成 tokenizer.json、vocab.json 和 merges.txt，只含现在显示的合并</translation>
    </message>
    <message>
        <source>Learn from the text again</source>
        <translation>重新从文本学习</translation>
    </message>
    <message>
        <source>In place of the tokenizer that was opened</source>
        <translation>不再用打开的分词器</translation>
    </message>
</context>
<context>
    <name>attentarium::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>attentarium::ModelOffer</name>
    <message>
        <source>The model that is open reads all words at once: it has no state that goes on from word to word, so there is nothing to unroll. Open one that has:</source>
        <translation>现在打开的模型一次读入所有的词：它没有从一个词传到下一个词的状态，因此无法按时间展开。请打开一个有这种状态的模型：</translation>
    </message>
    <message>
        <source>Open the LSTM</source>
        <translation>打开 LSTM</translation>
    </message>
    <message>
        <source>Open the GRU</source>
        <translation>打开 GRU</translation>
    </message>
    <message>
        <source>Open the RNN</source>
        <translation>打开 RNN</translation>
    </message>
</context>
<context>
    <name>attentarium::ModelOpening</name>
    <message>
        <source>%1 The bundled model is open instead.</source>
        <translation>%1已改为打开自带的模型。</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>What was dropped holds no text. Drop a model folder or a text file.</source>
        <translation>拖进来的内容里没有文字。请拖入模型文件夹或文本文件。</translation>
    </message>
    <message>
        <source>%1 is neither a model nor a text. Drop a model folder or a UTF-8 text file.</source>
        <translation>%1 既不是模型也不是文本。请拖入模型文件夹或 UTF-8 文本文件。</translation>
    </message>
    <message>
        <source>Choose a model to compare with</source>
        <translation>选择要比较的模型</translation>
    </message>
    <message>
        <source>The changes under “What if” were to the model before, so they are gone.</source>
        <translation>“如果……会怎样”中的改动是对之前的模型做的，现在已经没有了。</translation>
    </message>
    <message>
        <source>The model is in %1.</source>
        <translation>模型已保存在 %1。</translation>
    </message>
    <message>
        <source>Save the model as a folder</source>
        <translation>把模型保存为文件夹</translation>
    </message>
</context>
<context>
    <name>attentarium::MomentScrubber</name>
    <message>
        <source>Moments of training</source>
        <translation>训练中的时刻</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>最新</translation>
    </message>
</context>
<context>
    <name>attentarium::NextWords</name>
    <message>
        <source>next word</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>Append “%1”, %2 likely</source>
        <translation>接上“%1”，概率 %2</translation>
    </message>
    <message>
        <source>Append “%1”. Its probability is %2.</source>
        <translation>接上“%1”。它的概率是 %2。</translation>
    </message>
    <message>
        <source>hidden word</source>
        <extracomment>before buttons with the words that may come next</extracomment>
        <translation>缺的词</translation>
    </message>
    <message>
        <source>Put in “%1”, %2 likely</source>
        <translation>填入“%1”，可能性 %2</translation>
    </message>
    <message>
        <source>Put in “%1”. Its probability is %2.</source>
        <translation>填入“%1”。它的概率是 %2。</translation>
    </message>
</context>
<context>
    <name>attentarium::NextWordsChart</name>
    <message>
        <source>Likeliest next words</source>
        <translation>最可能的下一个词</translation>
    </message>
    <message>
        <source>No sentence has run yet</source>
        <translation>还没有运行过句子</translation>
    </message>
    <message>
        <source>Near “%1”</source>
        <extracomment>of word vectors: which words are likely among the neighbours of a word</extracomment>
        <translation>在“%1”附近</translation>
    </message>
    <message>
        <source>After “%1”</source>
        <translation>在“%1”之后</translation>
    </message>
    <message>
        <source>Click to put “%1” there</source>
        <translation>点击把“%1”放在那里</translation>
    </message>
    <message>
        <source>In the place of “%1”</source>
        <extracomment>after which word of the sentence</extracomment>
        <translation>在“%1”的位置上</translation>
    </message>
    <message>
        <source>hatched: %1</source>
        <extracomment>%1: which run the hatched outlines are of, such as &quot;without the changes&quot;</extracomment>
        <translation>斜线框：%1</translation>
    </message>
</context>
<context>
    <name>attentarium::NowCard</name>
    <message>
        <source>What it does now</source>
        <translation>它此刻在做什么</translation>
    </message>
</context>
<context>
    <name>attentarium::NudgeCheck</name>
    <message>
        <source>Check by nudging</source>
        <translation>轻推验证</translation>
    </message>
    <message>
        <source>Moves this number a little, runs the whole model again, and compares how the loss changes with the gradient</source>
        <translation>把这个数改动一点点，重新运行整个模型，看损失的变化是否与梯度一致</translation>
    </message>
    <message>
        <source>Checked by nudging</source>
        <translation>轻推验证</translation>
    </message>
    <message>
        <source>The model is running again …</source>
        <translation>正在重新运行模型……</translation>
    </message>
    <message>
        <source>loss with %1 less</source>
        <translation>减小 %1 时的损失</translation>
    </message>
    <message>
        <source>loss with %1 more</source>
        <translation>增大 %1 时的损失</translation>
    </message>
    <message>
        <source>slope measured</source>
        <translation>测得的斜率</translation>
    </message>
    <message>
        <source>gradient computed</source>
        <translation>算出的梯度</translation>
    </message>
    <message>
        <source>✓ They agree.</source>
        <translation>✓ 二者一致。</translation>
    </message>
    <message>
        <source>They differ by %1: close to this number the loss has a corner or bends sharply.</source>
        <translation>二者相差 %1：损失在这个数附近有折角，或弯得很急。</translation>
    </message>
    <message>
        <source>The whole model ran again, in double precision, with this number a little smaller and a little larger.</source>
        <translation>用双精度把整个模型重新运行了几遍，让这个数稍小一点、稍大一点。</translation>
    </message>
</context>
<context>
    <name>attentarium::NumberField</name>
    <message>
        <source>Enter sets it, Esc leaves it, ↑ and ↓ change it by a tenth.</source>
        <translation>回车确定，Esc 放弃，↑ ↓ 每次改变十分之一。</translation>
    </message>
    <message>
        <source>⚠ Type a number above 0, such as 0.5.</source>
        <translation>⚠ 请输入大于 0 的数，例如 0.5。</translation>
    </message>
    <message>
        <source>⚠ Type a number, such as −0.25 or 1e-3.</source>
        <translation>⚠ 请输入一个数，例如 −0.25 或 1e-3。</translation>
    </message>
</context>
<context>
    <name>attentarium::OutlineModel</name>
    <message>
        <source>%1 learned numbers</source>
        <translation>%1 个学到的数</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>attentarium::OutlineView</name>
    <message>
        <source>Outline of the model</source>
        <translation>模型结构</translation>
    </message>
    <message>
        <source>No sentence has run yet</source>
        <translation>还没有运行过句子</translation>
    </message>
</context>
<context>
    <name>attentarium::Pages</name>
    <message>
        <source>Through time</source>
        <translation>沿时间展开</translation>
    </message>
    <message>
        <source>What a unit knows</source>
        <translation>单元懂得什么</translation>
    </message>
    <message>
        <source>Position vectors</source>
        <translation>位置向量</translation>
    </message>
    <message>
        <source>Rotary and ALiBi</source>
        <translation>旋转与 ALiBi</translation>
    </message>
    <message>
        <source>Shuffled words</source>
        <translation>打乱词序</translation>
    </message>
    <message>
        <source>Train short, test long</source>
        <translation>短训练，长测试</translation>
    </message>
    <message>
        <source>Reading and answering</source>
        <translation>阅读与作答</translation>
    </message>
    <message>
        <source>Gradients through time</source>
        <translation>沿时间的梯度</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>词图</translation>
    </message>
    <message>
        <source>Look-up and layers</source>
        <translation>查表与逐层</translation>
    </message>
    <message>
        <source>Similarity and bias</source>
        <translation>相似度与偏见</translation>
    </message>
    <message>
        <source>Pages of the workspace</source>
        <translation>工作区的各页</translation>
    </message>
    <message>
        <source>word2vec</source>
        <translation>word2vec</translation>
    </message>
</context>
<context>
    <name>attentarium::PictureSaving</name>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>%1 picture (%2)</source>
        <extracomment>%1 is PNG, SVG or PDF, %2 the pattern of file names</extracomment>
        <translation>%1 图片 (%2)</translation>
    </message>
    <message>
        <source>The picture is in %1.</source>
        <translation>图片已保存到 %1。</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>保存这些数</translation>
    </message>
    <message>
        <source>table, divided by commas (%1)</source>
        <extracomment>%1 the pattern of file names</extracomment>
        <translation>逗号分隔的表格 (%1)</translation>
    </message>
    <message>
        <source>The numbers are in %1.</source>
        <translation>这些数已存入 %1。</translation>
    </message>
</context>
<context>
    <name>attentarium::PinCard</name>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Unpin %1</source>
        <extracomment>%1 is the letter and the name of a pinned tensor</extracomment>
        <translation>取消固定 %1</translation>
    </message>
</context>
<context>
    <name>attentarium::PinsView</name>
    <message>
        <source>as it is now</source>
        <extracomment>the same tensor as it is in the run that is shown</extracomment>
        <translation>现在的样子</translation>
    </message>
    <message>
        <source>Pin a tensor, then change the sentence, the model or a number: what was pinned stays, and you see the two side by side or their difference. Up to four fit.</source>
        <translation>固定一个张量，再改句子、换模型或改某个数：固定的内容保持不变，可以把两者并排看，也可以看它们的差。最多固定四个。</translation>
    </message>
    <message>
        <source>Four are pinned. Unpin one to pin another.</source>
        <translation>已固定四个。取消一个，才能再固定别的。</translation>
    </message>
    <message>
        <source>The run that is shown has no such tensor. Choose two that are pinned.</source>
        <translation>当前这次运行里没有这个张量。请从已固定的张量里选两个。</translation>
    </message>
    <message>
        <source>They differ in size, %1 × %2 and %3 × %4, so one cannot be subtracted from the other.</source>
        <translation>两者大小不同：%1 × %2 和 %3 × %4，不能相减。</translation>
    </message>
    <message>
        <source>Both are the same, to the last digit.</source>
        <translation>两者完全相同，一位都不差。</translation>
    </message>
    <message>
        <source>The largest difference is %1, at %2 → %3.</source>
        <extracomment>%1 a number, %2 and %3 the names of its row and column</extracomment>
        <translation>最大的差是 %1，在 %2 → %3 处。</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Pin this tensor</source>
        <translation>固定这个张量</translation>
    </message>
    <message>
        <source>Keep the chosen tensor, or that of the step, to compare it with others</source>
        <translation>留住选中的张量（没有选中时留住这一步的张量），好同别的张量比较</translation>
    </message>
    <message>
        <source>Unpin all</source>
        <translation>全部取消固定</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Difference of two</source>
        <translation>两者之差</translation>
    </message>
    <message>
        <source>How pinned tensors are shown</source>
        <translation>固定张量的显示方式</translation>
    </message>
    <message>
        <source>Subtract from</source>
        <translation>被减的张量</translation>
    </message>
    <message>
        <source>What is subtracted</source>
        <translation>减去的张量</translation>
    </message>
    <message>
        <source>Pinned tensors</source>
        <translation>固定的张量</translation>
    </message>
</context>
<context>
    <name>attentarium::PlanePlot</name>
    <message>
        <source>%1: (%2, %3) turned by %4° is (%5, %6)</source>
        <translation>%1：(%2, %3) 转 %4° 得 (%5, %6)</translation>
    </message>
    <message>
        <source>query of “%1”</source>
        <translation>“%1”的查询</translation>
    </message>
    <message>
        <source>key of “%1”</source>
        <translation>“%1”的键</translation>
    </message>
    <message>
        <source>first coordinate</source>
        <translation>第一坐标</translation>
    </message>
    <message>
        <source>second coordinate</source>
        <translation>第二坐标</translation>
    </message>
    <message>
        <source>angle in radians</source>
        <translation>角度（弧度）</translation>
    </message>
    <message>
        <source>first, turned</source>
        <translation>第一坐标（转后）</translation>
    </message>
    <message>
        <source>second, turned</source>
        <translation>第二坐标（转后）</translation>
    </message>
</context>
<context>
    <name>attentarium::PositionPage</name>
    <message>
        <source>Point at a number to read all of it; Tab and the arrow keys do the same.</source>
        <translation>指向一个数就能读到它的全部数字；用 Tab 和方向键也可以。</translation>
    </message>
</context>
<context>
    <name>attentarium::ProblemLine</name>
    <message>
        <source>Replace “%1” by “%2”</source>
        <translation>把“%1”换成“%2”</translation>
    </message>
    <message>
        <source>Known words like it:</source>
        <extracomment>before buttons with words that the model knows</extracomment>
        <translation>模型认识的相近的词：</translation>
    </message>
</context>
<context>
    <name>attentarium::QuestionCard</name>
    <message>
        <source>(your guess)</source>
        <extracomment>Marks, on an answer button, the word that was guessed.</extracomment>
        <translation>（你的猜测）</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <extracomment>Of a screen reader, for an answer button: %1 is a word.</extracomment>
        <translation>答案：%1</translation>
    </message>
    <message>
        <source>right</source>
        <extracomment>Of a screen reader: this word is the right answer.</extracomment>
        <translation>正确</translation>
    </message>
</context>
<context>
    <name>attentarium::RunBar</name>
    <message>
        <source>No run yet: choose a preset, then press Run.</source>
        <translation>还没有训练：选一个预设，再按“开始”。</translation>
    </message>
    <message>
        <source>Choose a run in the table, or press Run for a new one.</source>
        <translation>在表里选一次训练，或按“开始”另开一次。</translation>
    </message>
    <message>
        <source>Run %1</source>
        <extracomment>%1: the number of a run</extracomment>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>held-out %1</source>
        <translation>测验 %1</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1: a time such as &quot;58 s&quot;</extracomment>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: what a button does, %2: its key</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Pauses; nothing is lost</source>
        <translation>暂停，什么都不会丢</translation>
    </message>
    <message>
        <source>Begins a run of what is set up</source>
        <translation>按当前设置开始一次训练</translation>
    </message>
    <message>
        <source>Goes on with run %1</source>
        <translation>继续训练 %1</translation>
    </message>
    <message>
        <source>One batch, one update of the weights</source>
        <translation>一批文本，更新一次权重</translation>
    </message>
    <message>
        <source>As many steps as see everything once</source>
        <translation>把全部内容看一遍所需的步数</translation>
    </message>
    <message>
        <source>Runs, and pauses by itself at a goal</source>
        <translation>训练，到目标时自动暂停</translation>
    </message>
    <message>
        <source>A new run from the same initial weights; the runs before stay in the table</source>
        <translation>从同样的初始权重重新开始；以前的训练仍留在表里</translation>
    </message>
    <message>
        <source>Learning rate, dropout and the like, changed while the run goes on</source>
        <translation>在训练过程中改变学习率、Dropout 等</translation>
    </message>
    <message>
        <source>The setup has changed: Run begins a new run. Run %1 stays in the table.</source>
        <translation>设置已改变：按“开始”会另开一次训练，训练 %1 仍留在表里。</translation>
    </message>
    <message>
        <source>All steps are done. Reset begins anew; any moment can be branched from.</source>
        <translation>所有步都已完成。可以重置后重新开始，也可以从任一时刻分支。</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>一轮</translation>
    </message>
    <message>
        <source>Until…</source>
        <translation>直到…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Change meanwhile</source>
        <translation>边训练边调</translation>
    </message>
    <message>
        <source>All workspaces show this run</source>
        <translation>各工作区都显示这次训练</translation>
    </message>
    <message>
        <source>The stage, attention and all others show the model as it learns</source>
        <translation>舞台、注意力等工作区都显示学习中的模型</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Run or pause</source>
        <translation>开始或暂停</translation>
    </message>
    <message>
        <source>This is a branch of run %1 at step %2: press Run to go on.</source>
        <translation>这是从第 %1 次训练的第 %2 步分出来的：点“开始”接着训练。</translation>
    </message>
</context>
<context>
    <name>attentarium::RunsModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Small world</source>
        <translation>小世界</translation>
    </message>
    <message>
        <source>Compare run %1</source>
        <translation>比较训练 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Tick two or more to lay their curves over each other</source>
        <translation>勾选两次或更多训练，让曲线叠在一起</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Loss on what was never learned from, in nats; small is good</source>
        <translation>在从未学过的内容上的损失，单位奈特；越小越好</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>测验损失</translation>
    </message>
</context>
<context>
    <name>attentarium::RunsView</name>
    <message>
        <source>Remove run %1 and its files? It cannot be brought back.</source>
        <translation>删除训练 %1 及其文件？删除后无法恢复。</translation>
    </message>
    <message>
        <source>Remove run %1</source>
        <translation>删除训练 %1</translation>
    </message>
    <message>
        <source>Run %1 ended at step %2 of %3 when the program closed.</source>
        <translation>程序关闭时，训练 %1 停在第 %2 步，共 %3 步。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue run %1</source>
        <translation>继续训练 %1</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>不继续</translation>
    </message>
    <message>
        <source>Leave run %1 as it is</source>
        <translation>让训练 %1 保持原样</translation>
    </message>
    <message>
        <source>Remove run %1…</source>
        <translation>删除训练 %1…</translation>
    </message>
    <message>
        <source>Remove a run…</source>
        <translation>删除训练…</translation>
    </message>
    <message>
        <source>Each run will be a line here, with what was set otherwise than in the others.</source>
        <translation>每次训练在这里占一行，并列出与其他训练不同的设置。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>各次训练</translation>
    </message>
    <message>
        <source>Enter chooses a run, Space ticks it to be compared, Delete removes it</source>
        <translation>回车选中一次训练，空格勾选比较，Delete 删除</translation>
    </message>
</context>
<context>
    <name>attentarium::Samples</name>
    <message>
        <source>Samples, the newest first</source>
        <translation>样例，最新的在前</translation>
    </message>
    <message>
        <source>Step %1
%2</source>
        <extracomment>a step of training, what the model was given, and what it made of it</extracomment>
        <translation>第 %1 步
%2</translation>
    </message>
    <message>
        <source>Step %1
%2 ▸ %3</source>
        <translation>第 %1 步
%2 ▸ %3</translation>
    </message>
</context>
<context>
    <name>attentarium::ScoreView</name>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>sum so far</source>
        <translation>累加和</translation>
    </message>
    <message>
        <source>Query × key</source>
        <translation>查询 × 键</translation>
    </message>
    <message>
        <source>dimension %1</source>
        <translation>第 %1 维</translation>
    </message>
</context>
<context>
    <name>attentarium::SessionSaving</name>
    <message>
        <source>Save the session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Session (%1)</source>
        <extracomment>%1 is the pattern of file names</extracomment>
        <translation>会话（%1）</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>The session is in %1.</source>
        <translation>会话已存入 %1。</translation>
    </message>
</context>
<context>
    <name>attentarium::SetupForm</name>
    <message>
        <source>A text to learn from</source>
        <translation>供学习的文本</translation>
    </message>
    <message>
        <source>Texts (*.txt *.md)</source>
        <translation>文本 (*.txt *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose how long it may take, then press Run.</source>
        <translation>选好想用多长时间，再按“开始”。</translation>
    </message>
    <message>
        <source>Words written backwards: watch attention turn round.</source>
        <translation>把单词倒着写：看注意力怎样掉头。</translation>
    </message>
    <message>
        <source>About %1 seconds</source>
        <translation>约 %1 秒</translation>
    </message>
    <message>
        <source>About 1 minute</source>
        <translation>约 1 分钟</translation>
    </message>
    <message>
        <source>About %1 minutes</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>What is learned</source>
        <translation>学什么</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Optimizer and schedule</source>
        <translation>优化器与进度</translation>
    </message>
    <message>
        <source>Against over-fitting</source>
        <translation>防止过拟合</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>学习内容</translation>
    </message>
    <message>
        <source>A text, or a task with known answers. A file can also be dropped here.</source>
        <translation>一段文本，或答案已知的任务。也可以把文件拖到这里。</translation>
    </message>
    <message>
        <source>Setup of a run</source>
        <translation>训练的设置</translation>
    </message>
    <message>
        <source>Small world</source>
        <translation>小世界</translation>
    </message>
    <message>
        <source>My own text…</source>
        <translation>我自己的文本…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>It can also be dropped here</source>
        <translation>也可以把文件拖到这里</translation>
    </message>
    <message>
        <source>%1 · another file…</source>
        <translation>%1 · 换一个文件…</translation>
    </message>
    <message>
        <source>Another file than %1</source>
        <translation>换掉文件 %1</translation>
    </message>
    <message>
        <source>Choose the file to learn from.</source>
        <translation>请选择供学习的文件。</translation>
    </message>
    <message>
        <source>Working out what this takes …</source>
        <translation>正在估算时间和内存…</translation>
    </message>
    <message>
        <source>Measured on this computer, with a few steps that are forgotten.</source>
        <translation>在这台电脑上试走几步量出来的，试走的结果不保留。</translation>
    </message>
    <message>
        <source>The small school: a head learns whom “she” stands for, and more.</source>
        <translation>小学堂：看一个头学会“她”指的是谁，还有别的知识。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元数</translation>
    </message>
    <message>
        <source>How many tokens the byte pairs are to have, the 256 bytes included.</source>
        <translation>字节对一共要有多少个词元，256 个字节也算在内。</translation>
    </message>
    <message>
        <source>Small school</source>
        <translation>小学堂</translation>
    </message>
    <message>
        <source>Fables</source>
        <translation>寓言</translation>
    </message>
    <message>
        <source>Dialogues</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>菜谱</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>书信</translation>
    </message>
    <message>
        <source>The same school, a larger model, more time.</source>
        <translation>同一个学堂，更大的模型，更多的时间。</translation>
    </message>
    <message>
        <source>Learn from a copy, read as %1</source>
        <extracomment>a button: the file to learn from is no UTF-8; %1 the encoding that it seems to have</extracomment>
        <translation>按 %1 读取，用转换后的副本来学</translation>
    </message>
    <message>
        <source>Biased world</source>
        <translation>偏见世界</translation>
    </message>
</context>
<context>
    <name>attentarium::ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>attentarium::ShuffleView</name>
    <message>
        <source>The open model is neither of the kind of GPT nor of BERT, so its words cannot be shuffled here. Choose a bundled model above.</source>
        <translation>打开的模型既不是 GPT 类也不是 BERT 类，不能在这里打乱它的词。请在上面选一个自带模型。</translation>
    </message>
    <message>
        <source>The bundled model without positions does not know these words, so that there is nothing to compare with. Choose a bundled model above.</source>
        <translation>没有位置的自带模型不认识这些词，所以没有可比的对象。请在上面选一个自带模型。</translation>
    </message>
    <message>
        <source>How far the vector of each word moved, in lengths</source>
        <translation>每个词的向量移动了多远（以自身长度计）</translation>
    </message>
    <message>
        <source>Largest change of a next-word probability</source>
        <translation>下一词概率的最大变化</translation>
    </message>
    <message>
        <source>%1: after</source>
        <translation>%1：之后</translation>
    </message>
    <message>
        <source>%1: before</source>
        <translation>%1：之前</translation>
    </message>
    <message>
        <source>how much “%1” looks at “%2”: before %3, after %4</source>
        <translation>“%1”看“%2”的程度：之前 %3，之后 %4</translation>
    </message>
    <message>
        <source>The words stand in their own order, so nothing has moved. Shuffle them, or drag one.</source>
        <translation>词都在原来的顺序，所以什么也没有变。请打乱它们，或拖动一个词。</translation>
    </message>
    <message>
        <source>With %1 positions “%2” moves furthest: by %3 of its length, and the chances of a next word change by up to %4.</source>
        <translation>位置方式为“%1”时，“%2”移动得最远：移动了自身长度的 %3 倍；下一词的概率最多变化 %4。</translation>
    </message>
    <message>
        <source>With the mask a word sees only itself and those before it. That is an order too: even without positions “%1” moves by %2 of its length.</source>
        <translation>有掩码时，一个词只看得到自己和前面的词。这也是一种顺序：即使没有位置，“%1”也移动了自身长度的 %2 倍。</translation>
    </message>
    <message>
        <source>Without positions each word says the same wherever it stands: no vector moves by more than %1 of its length, no attention weight by more than %2, which is rounding.</source>
        <translation>没有位置时，每个词无论站在哪里都一样：向量最多移动自身长度的 %1，注意力权重最多变化 %2，都只是舍入误差。</translation>
    </message>
    <message>
        <source>The mask is lifted here, so that every word sees every word; the bundled models learned with it.</source>
        <translation>这里去掉了掩码，每个词都看得到每个词；自带模型是带着掩码学习的。</translation>
    </message>
    <message>
        <source>Shuffled words</source>
        <translation>打乱词序</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>打乱</translation>
    </message>
    <message>
        <source>Own order</source>
        <translation>原来的顺序</translation>
    </message>
    <message>
        <source>With the mask</source>
        <translation>带掩码</translation>
    </message>
    <message>
        <source>Whether a word sees only itself and those before it, as a model that goes on with a text does.</source>
        <translation>一个词是否只看得到自己和前面的词，就像续写文本的模型那样。</translation>
    </message>
    <message>
        <source>Positions of</source>
        <translation>位置来自</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>The words in their new order</source>
        <translation>新顺序中的词</translation>
    </message>
    <message>
        <source>Drag a word to another place, or choose it with the arrow keys and move it with Ctrl and an arrow key.</source>
        <translation>把一个词拖到别处，或用方向键选中它，再按 Ctrl 加方向键移动。</translation>
    </message>
    <message>
        <source>Mask lifted</source>
        <translation>去掉掩码</translation>
    </message>
    <message>
        <source>Whether the mask is lifted</source>
        <translation>是否去掉掩码</translation>
    </message>
    <message>
        <source>The open model has no positions either: none of its vectors moves by more than %1 of its length, which is rounding. The mask is lifted here, so that every word sees every word.</source>
        <translation>打开的模型同样没有位置：它的向量最多移动自身长度的 %1，只是舍入误差。这里去掉了掩码，每个词都看得到每个词。</translation>
    </message>
</context>
<context>
    <name>attentarium::SimilarityView</name>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>animals</source>
        <translation>动物</translation>
    </message>
    <message>
        <source>things</source>
        <translation>东西</translation>
    </message>
    <message>
        <source>places</source>
        <translation>地方</translation>
    </message>
    <message>
        <source>verbs</source>
        <translation>动词</translation>
    </message>
    <message>
        <source>adjectives</source>
        <translation>形容词</translation>
    </message>
    <message>
        <source>pronouns</source>
        <translation>代词</translation>
    </message>
    <message>
        <source>function words</source>
        <translation>虚词</translation>
    </message>
    <message>
        <source>marks</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>No model with word vectors is open.</source>
        <translation>没有打开带词向量的模型。</translation>
    </message>
    <message>
        <source>Left out, since the model does not know it or it is no pair of words: %1.</source>
        <translation>已略去，因为模型不认识，或者不成一对：%1。</translation>
    </message>
    <message>
        <source>What the text of this model says of these words is not known. In the biased world it is.</source>
        <translation>这个模型的文本对这些词怎么说，并不知道。在偏见世界里是知道的。</translation>
    </message>
    <message>
        <source>There is room for %1 words: take some away first.</source>
        <translation>最多放 %1 个词：请先去掉一些。</translation>
    </message>
    <message>
        <source>The model does not know %1.</source>
        <translation>模型不认识 %1。</translation>
    </message>
    <message>
        <source>Similarity and bias</source>
        <translation>相似度与偏见</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较什么</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏见</translation>
    </message>
    <message>
        <source>Add:</source>
        <translation>添加：</translation>
    </message>
    <message>
        <source>Words to add</source>
        <translation>要添加的词</translation>
    </message>
    <message>
        <source>words, then Enter</source>
        <translation>输入词，再按回车</translation>
    </message>
    <message>
        <source>Order:</source>
        <translation>顺序：</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>按输入</translation>
    </message>
    <message>
        <source>by group</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>Order of the words</source>
        <translation>词的顺序</translation>
    </message>
    <message>
        <source>Pairs:</source>
        <translation>词对：</translation>
    </message>
    <message>
        <source>Pairs of words that define the direction</source>
        <translation>决定方向的词对</translation>
    </message>
    <message>
        <source>Pairs such as she/he, divided by commas</source>
        <translation>如 她/他 这样的词对，用逗号分开</translation>
    </message>
    <message>
        <source>Words:</source>
        <translation>词：</translation>
    </message>
    <message>
        <source>Words to lay along the direction</source>
        <translation>要放到方向上的词</translation>
    </message>
    <message>
        <source>Words divided by commas</source>
        <translation>用逗号分开的词</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>The words of the beginning again</source>
        <translation>恢复开始时的词</translation>
    </message>
    <message>
        <source>Open the biased world&apos;s vectors</source>
        <translation>打开偏见世界的词向量</translation>
    </message>
    <message>
        <source>Cosines between words</source>
        <translation>词与词的余弦</translation>
    </message>
</context>
<context>
    <name>attentarium::SourceCells</name>
    <message>
        <source>Where the number comes from</source>
        <translation>这个数从哪里来</translation>
    </message>
</context>
<context>
    <name>attentarium::StageHeader</name>
    <message>
        <source>Model</source>
        <extracomment>How close the stage looks: at the whole model, one block, one operation, single cells.</extracomment>
        <translation>模型</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Every part of the model as a card</source>
        <translation>模型的每个部分各是一张卡片</translation>
    </message>
    <message>
        <source>One part with all its tensors</source>
        <translation>一个部分和它的全部张量</translation>
    </message>
    <message>
        <source>The operation of this step, large</source>
        <translation>放大看这一步的运算</translation>
    </message>
    <message>
        <source>The tensor of this step, each number printed</source>
        <translation>这一步的张量，每个数都印出来</translation>
    </message>
    <message>
        <source>How close the stage looks</source>
        <translation>模型图看得多近</translation>
    </message>
    <message>
        <source>Auto</source>
        <extracomment>Which quantity the figures show; &quot;auto&quot;: values, and gradients once the backward pass has come by.</extracomment>
        <translation>自动</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>值与梯度</translation>
    </message>
    <message>
        <source>Values, and gradients once the backward pass has come by</source>
        <translation>先显示值，反向传播经过后显示梯度</translation>
    </message>
    <message>
        <source>Values only</source>
        <translation>只显示值</translation>
    </message>
    <message>
        <source>Gradients only</source>
        <translation>只显示梯度</translation>
    </message>
    <message>
        <source>Values above and gradients below in each cell</source>
        <translation>每一格上半是值，下半是梯度</translation>
    </message>
    <message>
        <source>What the figures show</source>
        <translation>图中显示什么</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>What is different from the run that this one is compared with</source>
        <translation>同所比较的那次运行相比，哪里不同</translation>
    </message>
</context>
<context>
    <name>attentarium::StageScene</name>
    <message>
        <source>mask</source>
        <extracomment>One of the four stages of attention: later words are hidden.</extracomment>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Heads of block %1</source>
        <translation>第 %1 块的各个头</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>◂ Self-attention</source>
        <translation>◂ 自注意力</translation>
    </message>
    <message>
        <source>Token embedding</source>
        <translation>词嵌入</translation>
    </message>
    <message>
        <source>+ Position</source>
        <translation>+ 位置</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>第 %1 块</translation>
    </message>
    <message>
        <source>LayerNorm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Unembed</source>
        <extracomment>The step from features back to a number for each word.</extracomment>
        <translation>解嵌入</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>When a sentence runs, its picture stands here.</source>
        <translation>句子运行之后，这里就会显示它的图。</translation>
    </message>
    <message>
        <source>Open a model, and its picture stands here.</source>
        <translation>打开一个模型，这里就会显示它的图。</translation>
    </message>
    <message>
        <source>Words and their positions become numbers</source>
        <translation>词和位置变成数</translation>
    </message>
    <message>
        <source>From the last block to the next word and the loss</source>
        <translation>从最后一块到下一个词和损失</translation>
    </message>
    <message>
        <source>Feed-forward ▸</source>
        <translation>前馈 ▸</translation>
    </message>
    <message>
        <source>− distance</source>
        <extracomment>One of the stages of attention: far words lose some of their score.</extracomment>
        <translation>− 距离</translation>
    </message>
    <message>
        <source>from one time step to the next</source>
        <extracomment>Under a line between a state of a recurrent network and where it is used next; gradients take it the other way.</extracomment>
        <translation>在相邻的时间步之间</translation>
    </message>
    <message>
        <source>Cross-attention ▸</source>
        <translation>交叉注意力 ▸</translation>
    </message>
    <message>
        <source>Self-attention ▸</source>
        <translation>自注意力 ▸</translation>
    </message>
    <message>
        <source>◂ Cross-attention</source>
        <translation>◂ 交叉注意力</translation>
    </message>
    <message>
        <source>◂ Feed-forward</source>
        <translation>◂ 前馈</translation>
    </message>
    <message>
        <source>Further ▸</source>
        <translation>往后 ▸</translation>
    </message>
    <message>
        <source>◂ Before</source>
        <translation>◂ 往前</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Layer %1 backwards</source>
        <extracomment>A layer of a recurrent network that reads from the last word to the first.</extracomment>
        <translation>第 %1 层（反向读）</translation>
    </message>
    <message>
        <source>Class</source>
        <extracomment>What a text is taken for: positive, negative …</extracomment>
        <translation>类别</translation>
    </message>
    <message>
        <source>Block %1 of %2</source>
        <translation>第 %1 块，共 %2 块</translation>
    </message>
    <message>
        <source>Layer %1 of %2</source>
        <translation>第 %1 层，共 %2 层</translation>
    </message>
    <message>
        <source>Words become numbers</source>
        <translation>词变成数</translation>
    </message>
    <message>
        <source>attention to the source</source>
        <translation>对源句的注意力</translation>
    </message>
    <message>
        <source>multi-head cross-attention</source>
        <translation>多头交叉注意力</translation>
    </message>
    <message>
        <source>multi-head self-attention</source>
        <translation>多头自注意力</translation>
    </message>
    <message>
        <source>head %1 of %2</source>
        <translation>头 %1，共 %2 个</translation>
    </message>
    <message>
        <source>feed-forward network</source>
        <translation>前馈网络</translation>
    </message>
    <message>
        <source>all time steps</source>
        <translation>所有时间步</translation>
    </message>
    <message>
        <source>time step %1 of %2: “%3”</source>
        <extracomment>%3 is the word of the sentence that is read at this time step</extracomment>
        <translation>时间步 %1，共 %2 步：“%3”</translation>
    </message>
    <message>
        <source>From numbers to the loss</source>
        <translation>从数到损失</translation>
    </message>
    <message>
        <source>From numbers to the word that fits, and the loss</source>
        <translation>从数到合适的词和损失</translation>
    </message>
    <message>
        <source>From numbers to the next word and the loss</source>
        <translation>从数到下一个词和损失</translation>
    </message>
    <message>
        <source>from %1:</source>
        <translation>来自 %1：</translation>
    </message>
    <message>
        <source>where it comes from</source>
        <translation>从哪里来</translation>
    </message>
    <message>
        <source>where it goes</source>
        <translation>到哪里去</translation>
    </message>
    <message>
        <source>Σ of %1</source>
        <translation>%1 项之和</translation>
    </message>
    <message>
        <source>(%1 products)</source>
        <translation>（共 %1 个乘积）</translation>
    </message>
    <message>
        <source>hidden by the mask</source>
        <translation>被掩码遮住</translation>
    </message>
    <message>
        <source>The whole model, from left to right</source>
        <translation>整个模型，从左到右</translation>
    </message>
    <message>
        <source>gradient %1</source>
        <translation>梯度 %1</translation>
    </message>
    <message>
        <source>learning rate η = %1</source>
        <extracomment>%1 is a number</extracomment>
        <translation>学习率 η = %1</translation>
    </message>
    <message>
        <source>gradients clipped: × %1, their norm was %2</source>
        <extracomment>Gradients that are too large together are all made smaller: %1 is the factor, %2 their length before.</extracomment>
        <translation>梯度被裁剪：× %1，裁剪前的范数是 %2</translation>
    </message>
    <message>
        <source>the sum of what %1 users add</source>
        <extracomment>Above figures with plus signs between them: several users of a tensor each say how its gradient must be.</extracomment>
        <translation>%1 个使用者所加之和</translation>
    </message>
    <message>
        <source>before %1, after %2</source>
        <extracomment>of one number in two runs</extracomment>
        <translation>改前 %1，改后 %2</translation>
    </message>
    <message>
        <source>Σ of %1, largest %2 shown</source>
        <translation>%1 项之和，只画最大的 %2 项</translation>
    </message>
</context>
<context>
    <name>attentarium::StageView</name>
    <message>
        <source>Stage</source>
        <translation>模型图</translation>
    </message>
</context>
<context>
    <name>attentarium::StepRibbon</name>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>attentarium::Strips</name>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1, step %2: from %3 to %4, the middle half between about %5 and %6</source>
        <extracomment>of the weights of a layer at a step: smallest, largest, and the ends of the middle half of them</extracomment>
        <translation>%1，第 %2 步：从 %3 到 %4，中间一半约在 %5 与 %6 之间</translation>
    </message>
</context>
<context>
    <name>attentarium::TensorSummary</name>
    <message>
        <source>This tensor</source>
        <translation>这个张量</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>All its gradients:</source>
        <translation>它的全部梯度：</translation>
    </message>
    <message>
        <source>All its values:</source>
        <translation>它的全部值：</translation>
    </message>
    <message>
        <source>min %1 · mean %2 · max %3</source>
        <translation>最小 %1 · 平均 %2 · 最大 %3</translation>
    </message>
    <message>
        <source>%1 hidden by the mask</source>
        <translation>掩码遮住了 %1 个</translation>
    </message>
</context>
<context>
    <name>attentarium::TextChoice</name>
    <message>
        <source>A pasted text with %1 characters</source>
        <translation>粘贴的文本，%1 个字符</translation>
    </message>
    <message>
        <source>the sentence above</source>
        <translation>上面的句子</translation>
    </message>
    <message>
        <source>Read it as %1</source>
        <translation>按 %1 读取</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The text that is cut</source>
        <translation>要切分的文本</translation>
    </message>
    <message>
        <source>Open a text…</source>
        <translation>打开文本…</translation>
    </message>
    <message>
        <source>A plain text file; one can also be dropped here</source>
        <translation>纯文本文件；也可以把文件拖到这里</translation>
    </message>
    <message>
        <source>Type or paste a text</source>
        <translation>在这里输入或粘贴文本</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>自己的文本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
    <message>
        <source>your own text</source>
        <translation>自己的文本</translation>
    </message>
</context>
<context>
    <name>attentarium::TimeBar</name>
    <message>
        <source>Before everything: the first word</source>
        <translation>回到开头：第一个词</translation>
    </message>
    <message>
        <source>One time step back</source>
        <translation>后退一个时间步</translation>
    </message>
    <message>
        <source>One time step on</source>
        <translation>前进一个时间步</translation>
    </message>
    <message>
        <source>To the end of the way back</source>
        <translation>到反向传播的终点</translation>
    </message>
    <message>
        <source>Time step</source>
        <translation>时间步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>attentarium::TimeMachine</name>
    <message>
        <source>Animated WebP…</source>
        <translation>WebP 动画…</translation>
    </message>
    <message>
        <source>Folder of PNG pictures…</source>
        <translation>一个文件夹的 PNG 图片…</translation>
    </message>
    <message>
        <source>First moment</source>
        <translation>第一个时刻</translation>
    </message>
    <message>
        <source>Moment before</source>
        <translation>上一个时刻</translation>
    </message>
    <message>
        <source>Next moment</source>
        <translation>下一个时刻</translation>
    </message>
    <message>
        <source>Latest moment</source>
        <translation>最新的时刻</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <extracomment>how fast learning plays as a film</extracomment>
        <translation>每秒 %1 个</translation>
    </message>
    <message>
        <source>Moments shown in a second</source>
        <translation>每秒播放几个时刻</translation>
    </message>
    <message>
        <source>Follow the latest</source>
        <translation>跟随最新</translation>
    </message>
    <message>
        <source>All workspaces show the model as it learns</source>
        <translation>所有工作区都显示正在学习的模型</translation>
    </message>
    <message>
        <source>Branch from here…</source>
        <translation>从这里分出…</translation>
    </message>
    <message>
        <source>A new run that goes on from the moment that is shown, with other settings</source>
        <translation>从正在看的时刻起，用别的设置接着训练一个新的运行</translation>
    </message>
    <message>
        <source>Save the film…</source>
        <translation>保存影片…</translation>
    </message>
    <message>
        <source>The picture in the middle of the window at every moment, as a film</source>
        <translation>把窗口中间的图在每个时刻的样子存成影片</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause the film of learning</source>
        <translation>暂停播放学习过程</translation>
    </message>
    <message>
        <source>Play learning as a film</source>
        <translation>像电影一样播放学习过程</translation>
    </message>
    <message>
        <source> (latest)</source>
        <translation>（最新）</translation>
    </message>
    <message>
        <source>%1 of %2 MB</source>
        <extracomment>memory that the moments of all runs take, and may take, in megabytes</extracomment>
        <translation>%1 / %2 MB</translation>
    </message>
    <message>
        <source>The moments of all runs take %1 MB of memory and may take %2 MB; what does not fit is thinned out. Change it here.</source>
        <translation>所有运行的时刻占 %1 MB 内存，最多可占 %2 MB；放不下的会被抽稀。在这里修改。</translation>
    </message>
    <message>
        <source>Memory for moments: %1 of %2 MB. Change it</source>
        <translation>时刻占用的内存：%1 MB，最多 %2 MB。修改</translation>
    </message>
    <message>
        <source>at most %1 MB</source>
        <extracomment>how much memory moments may take</extracomment>
        <translation>最多 %1 MB</translation>
    </message>
    <message>
        <source>Save the film</source>
        <translation>保存影片</translation>
    </message>
    <message>
        <source>Animated WebP (*.webp)</source>
        <translation>WebP 动画 (*.webp)</translation>
    </message>
    <message>
        <source>New folder (*)</source>
        <translation>新文件夹 (*)</translation>
    </message>
</context>
<context>
    <name>attentarium::TokenChip</name>
    <message>
        <source>%1, id %2</source>
        <translation>%1，编号 %2</translation>
    </message>
    <message>
        <source>%1, unknown to the model</source>
        <translation>%1，模型不认识</translation>
    </message>
    <message>
        <source>The model does not know this word. Click to choose it, click again to change it.</source>
        <translation>模型不认识这个词。点一下选中，再点一下修改。</translation>
    </message>
    <message>
        <source>hidden %1</source>
        <extracomment>below the word that the model has to tell; %1 is its id</extracomment>
        <translation>缺词 %1</translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation>源句：%1</translation>
    </message>
    <message>
        <source>The answer begins here</source>
        <translation>回答从这里开始</translation>
    </message>
    <message>
        <source>What stands before it is read, what stands behind it is the answer. Delete it, and the model answers by itself.</source>
        <translation>前面的是模型读的，后面的是回答。删除它，模型就自己回答。</translation>
    </message>
    <message>
        <source>hidden from the model: %1</source>
        <translation>对模型隐藏：%1</translation>
    </message>
    <message>
        <source>The model does not see this word and has to tell it. Click another word to hide that one.</source>
        <translation>模型看不见这个词，要把它猜出来。点击另一个词，就改为隐藏那个词。</translation>
    </message>
    <message>
        <source>the model&apos;s answer: %1</source>
        <translation>模型的回答：%1</translation>
    </message>
    <message>
        <source>The model answers this by itself. Type → and words to give it another answer.</source>
        <translation>这是模型自己的回答。输入 → 和词，可以换成别的回答。</translation>
    </message>
    <message>
        <source>Click to choose this word, click again to change it. Drag it, or press Alt and an arrow, to move it. Delete removes it.</source>
        <translation>单击选中这个词，再次单击修改它。拖动它，或按 Alt 加方向键，可以移动它。按 Delete 删除它。</translation>
    </message>
    <message>
        <source>Swap with the next word</source>
        <translation>与后一个词互换</translation>
    </message>
    <message>
        <source>Swap with the word before</source>
        <translation>与前一个词互换</translation>
    </message>
    <message>
        <source>Change this word</source>
        <translation>修改这个词</translation>
    </message>
    <message>
        <source>Remove this word</source>
        <translation>删除这个词</translation>
    </message>
</context>
<context>
    <name>attentarium::TokenStrip</name>
    <message>
        <source>Stop</source>
        <extracomment>ends the drawing of words</extracomment>
        <translation>停止</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Stop drawing words</source>
        <translation>停止续写</translation>
    </message>
    <message>
        <source>Continue the sentence with words that the model draws</source>
        <translation>让模型抽词，把句子接着写下去</translation>
    </message>
    <message>
        <source>The sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>+ type here</source>
        <extracomment>in an empty field at the end of the sentence</extracomment>
        <translation>+ 在此输入</translation>
    </message>
    <message>
        <source>Words to add at the end</source>
        <translation>加在末尾的词</translation>
    </message>
    <message>
        <source>The word to change</source>
        <translation>要修改的词</translation>
    </message>
    <message>
        <source>How Generate draws words</source>
        <translation>“续写”怎样抽词（采样）</translation>
    </message>
</context>
<context>
    <name>attentarium::TokenWords</name>
    <message>
        <source>part of a character</source>
        <translation>字符的一部分</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>out of the vocabulary</source>
        <translation>不在词表里</translation>
    </message>
    <message>
        <source>bytes: %1</source>
        <translation>字节：%1</translation>
    </message>
    <message>
        <source>in the text: %1×</source>
        <translation>文中出现 %1 次</translation>
    </message>
    <message>
        <source>A byte is a number from 0 to 255, written here with two hexadecimal digits. Files are rows of bytes: a Latin letter is one byte in UTF-8, a Chinese character three, an emoji four or more.</source>
        <translation>字节是 0 到 255 之间的一个数，这里用两位十六进制数表示。文件就是一串字节：在 UTF-8 里，一个英文字母占一个字节，一个汉字占三个，一个表情符号占四个或更多。</translation>
    </message>
    <message>
        <source>%1 is not there. Choose a text file.</source>
        <translation>找不到 %1。请选择一个文本文件。</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a text file in it.</source>
        <translation>%1 是文件夹。请选择其中的一个文本文件。</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2). Check that you may open it.</source>
        <translation>无法读取 %1（%2）。请检查你有没有打开它的权限。</translation>
    </message>
    <message>
        <source>There is no text in %1. Choose a file with words in it.</source>
        <translation>%1 里没有文字。请选择有文字的文件。</translation>
    </message>
    <message>
        <source>%1 is not a text: it holds bytes that stand for no letters. Save the text in it as a plain text file and open that.</source>
        <translation>%1 不是文本：其中有些字节不表示任何文字。请把里面的文字另存为纯文本文件，再打开它。</translation>
    </message>
    <message>
        <source>%1 has %2 MB. Up to %3 MB can be studied here; cut a piece out of it and open that.</source>
        <translation>%1 有 %2 MB，这里最多能分析 %3 MB。请截取一部分再打开。</translation>
    </message>
    <message>
        <source>%1 is not written in UTF-8; it looks like %2. The file itself stays as it is.</source>
        <translation>%1 不是 UTF-8 编码，看起来是 %2。转换不会改动文件本身。</translation>
    </message>
    <message>
        <source>fables</source>
        <translation>寓言</translation>
    </message>
    <message>
        <source>dialogues</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>书信</translation>
    </message>
    <message>
        <source>recipes</source>
        <translation>菜谱</translation>
    </message>
    <message>
        <source>%1, in English</source>
        <translation>%1（英文）</translation>
    </message>
    <message>
        <source>%1, in Chinese</source>
        <translation>%1（中文）</translation>
    </message>
</context>
<context>
    <name>attentarium::TokensView</name>
    <message>
        <source>Open a text</source>
        <translation>打开文本</translation>
    </message>
    <message>
        <source>Open a tokenizer</source>
        <translation>打开分词器</translation>
    </message>
    <message>
        <source>Tokenizers (*.json merges.txt)</source>
        <translation>分词器 (*.json merges.txt)</translation>
    </message>
    <message>
        <source>Save the tokenizer in a new folder</source>
        <translation>把分词器保存到新文件夹</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>What is shown of the text</source>
        <translation>显示文本的哪一方面</translation>
    </message>
    <message>
        <source>Cut three ways</source>
        <translation>三种切分</translation>
    </message>
    <message>
        <source>Byte pairs, merge by merge</source>
        <translation>逐次合并字节对</translation>
    </message>
    <message>
        <source>What stands in the text</source>
        <translation>文本里有什么</translation>
    </message>
</context>
<context>
    <name>attentarium::TopBar</name>
    <message>
        <source>small world</source>
        <translation>小世界</translation>
    </message>
    <message>
        <source>Interface in English</source>
        <translation>英文界面</translation>
    </message>
    <message>
        <source>Interface in Chinese</source>
        <translation>中文界面</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save or copy the picture</source>
        <translation>保存或复制图片</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Open another model</source>
        <translation>打开另一个模型</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 层</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 层</translation>
    </message>
    <message>
        <source>1 head</source>
        <translation>1 头</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 头</translation>
    </message>
    <message>
        <source>%1 · %2 × %3 × %4</source>
        <extracomment>%1 the model family, %2 &quot;2 layers&quot;, %3 &quot;4 heads&quot;, %4 width of the model</extracomment>
        <translation>%1 · %2 × %3 × %4</translation>
    </message>
    <message>
        <source>%1 · %2 × %3</source>
        <extracomment>%1 the model family, %2 &quot;2 layers&quot;, %3 width of the model</extracomment>
        <translation>%1 · %2 × %3</translation>
    </message>
    <message>
        <source>%1 · width %2</source>
        <extracomment>%1 the model family, %2 width of the model</extracomment>
        <translation>%1 · 宽 %2</translation>
    </message>
    <message>
        <source>Menus (%1)</source>
        <translation>菜单 (%1)</translation>
    </message>
    <message>
        <source>small school</source>
        <translation>小学堂</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>biased world</source>
        <translation>偏见世界</translation>
    </message>
</context>
<context>
    <name>attentarium::TrainingPage</name>
    <message>
        <source>Set up</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>各次训练</translation>
    </message>
    <message>
        <source>Runs (%1)</source>
        <translation>各次训练（%1）</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Set up or choose a run</source>
        <translation>设置或选择一次训练</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>attentarium::TransportBar</name>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>step by</source>
        <extracomment>before the choice of how far one step goes</extracomment>
        <translation>每步</translation>
    </message>
    <message>
        <source>How far one step goes</source>
        <translation>一步走多远</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>一次运算</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>一层</translation>
    </message>
    <message>
        <source>token</source>
        <translation>一个词</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>No sentence has run yet</source>
        <translation>还没有运行过句子</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <extracomment>where in the walk through the model: &quot;step 23 of 128 · block 1 › attention › softmax&quot;</extracomment>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Altered run</source>
        <translation>已改动的运行</translation>
    </message>
    <message>
        <source>Not what the model does by itself. Changes: %1</source>
        <extracomment>what the user did to the run by &quot;what if&quot;</extracomment>
        <translation>不是模型本来的运行。改动：%1 项</translation>
    </message>
</context>
<context>
    <name>attentarium::TrySection</name>
    <message>
        <source>Try</source>
        <translation>试一试</translation>
    </message>
</context>
<context>
    <name>attentarium::TurningView</name>
    <message>
        <source>Type a sentence above: its words are shown here.</source>
        <translation>请在上面输入一句话，这里会显示它的词。</translation>
    </message>
    <message>
        <source>The open model has other positions, so these are the numbers of the bundled %1 model.</source>
        <translation>打开的模型用的是别的位置方式，所以这里是自带模型（%1）的数。</translation>
    </message>
    <message>
        <source>Move both on by %1</source>
        <translation>一起后移 %1</translation>
    </message>
    <message>
        <source>Pair %1: %2 rad a place; adds %3 to the score</source>
        <translation>第 %1 对：每个位置转 %2 弧度；给分数加上 %3</translation>
    </message>
    <message>
        <source>Score q · k of all %1 pairs</source>
        <translation>全部 %1 对的分数 q · k</translation>
    </message>
    <message>
        <source>places moved on</source>
        <translation>后移的位置数</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者一起</translation>
    </message>
    <message>
        <source>key alone</source>
        <translation>只移键</translation>
    </message>
    <message>
        <source>moved on by %1: score %2 with both, %3 with the key alone</source>
        <translation>后移 %1：一起移时分数 %2，只移键时 %3</translation>
    </message>
    <message>
        <source>At place %1 the query of “%2” is turned by %1 × %3 = %4 rad, the key of “%5” at place %6 by %7 rad. Their score is %8, whatever the shift (it changes by %9), because only their distance counts.</source>
        <translation>在位置 %1，“%2”的查询转了 %1 × %3 = %4 弧度；“%5”的键在位置 %6，转了 %7 弧度。无论怎样一起移动，它们的分数都是 %8（变化 %9），因为只有两者的距离起作用。</translation>
    </message>
    <message>
        <source>The run has %1, which differs by %2.</source>
        <translation>运行中的分数是 %1，相差 %2。</translation>
    </message>
    <message>
        <source>Head %1: what is added to its scores</source>
        <translation>第 %1 头：加到分数上的数</translation>
    </message>
    <message>
        <source>query “%1” at place %2, key “%3” at place %4: −%5 × %6 = %7</source>
        <translation>查询“%1”在位置 %2，键“%3”在位置 %4：−%5 × %6 = %7</translation>
    </message>
    <message>
        <source>All heads, against distance</source>
        <translation>各个头随距离的变化</translation>
    </message>
    <message>
        <source>distance in places</source>
        <translation>相隔的位置数</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message>
        <source>head %1: %2</source>
        <translation>第 %1 头：%2</translation>
    </message>
    <message>
        <source>%1 places apart</source>
        <translation>相隔 %1 个位置</translation>
    </message>
    <message>
        <source>Head %1 of %2 has the slope %3 (Press et al., 2022): a word %4 places away loses %5 of its score.</source>
        <translation>共 %2 个头，第 %1 头的斜率是 %3（Press 等，2022）：相隔 %4 个位置的词，分数减少 %5。</translation>
    </message>
    <message>
        <source>What the run added differs from that by %1 at most.</source>
        <translation>运行中实际加上的数与此最多相差 %1。</translation>
    </message>
    <message>
        <source>Rotary and ALiBi</source>
        <translation>旋转与 ALiBi</translation>
    </message>
    <message>
        <source>Rotary</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>ALiBi</source>
        <translation>ALiBi</translation>
    </message>
    <message>
        <source>Which kind is shown</source>
        <translation>显示哪一种</translation>
    </message>
    <message>
        <source>Query of</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>The word whose query is shown</source>
        <translation>显示哪个词的查询</translation>
    </message>
    <message>
        <source>Key of</source>
        <translation>键</translation>
    </message>
    <message>
        <source>The word whose key is shown</source>
        <translation>显示哪个词的键</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>对</translation>
    </message>
    <message>
        <source>Pair of coordinates</source>
        <translation>坐标对</translation>
    </message>
    <message>
        <source>By how many places both words are moved on</source>
        <translation>两个词一起后移多少个位置</translation>
    </message>
</context>
<context>
    <name>attentarium::UnitFinder</name>
    <message>
        <source>%1 above %2</source>
        <translation>%1高于 %2</translation>
    </message>
    <message>
        <source>%1 below %2</source>
        <translation>%1低于 %2</translation>
    </message>
    <message>
        <source>and %1  ✕</source>
        <translation>且%1  ✕</translation>
    </message>
    <message>
        <source>Without the condition “%1”</source>
        <translation>去掉条件“%1”</translation>
    </message>
    <message>
        <source>Nowhere in these %1 tokens do all conditions hold.</source>
        <translation>在这 %1 个词元中，没有一处同时满足所有条件。</translation>
    </message>
    <message>
        <source>On at %1 of %2 tokens, in %3 stretches.</source>
        <translation>在 %2 个词元中的 %1 个上成立，分为 %3 段。</translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation>只列出前 %1 段。</translation>
    </message>
    <message>
        <source>above</source>
        <translation>高于</translation>
    </message>
    <message>
        <source>below</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>where unit</source>
        <translation>找出单元</translation>
    </message>
    <message>
        <source>Unit that is sought</source>
        <translation>要找的单元</translation>
    </message>
    <message>
        <source>On which side of the number</source>
        <translation>在数值的哪一侧</translation>
    </message>
    <message>
        <source>Number that is compared with</source>
        <translation>用来比较的数值</translation>
    </message>
    <message>
        <source>and …</source>
        <translation>并且……</translation>
    </message>
    <message>
        <source>Keep this condition and add another</source>
        <translation>保留这个条件，再加一个</translation>
    </message>
    <message>
        <source>Where the pattern is on</source>
        <translation>模式成立之处</translation>
    </message>
</context>
<context>
    <name>attentarium::UnitKnown</name>
    <message>
        <source>Values where it is so, and where it is not</source>
        <translation>成立处与不成立处的取值</translation>
    </message>
    <message>
        <source>▲ so (%1): “%2”   ▼ not so (%3)</source>
        <translation>▲ 成立（%1）：“%2”   ▼ 不成立（%3）</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>阈值 %1</translation>
    </message>
    <message>
        <source>from %1 to %2: so %3 times, not so %4 times</source>
        <translation>从 %1 到 %2：成立 %3 次，不成立 %4 次</translation>
    </message>
</context>
<context>
    <name>attentarium::UnitList</name>
    <message>
        <source>%1 · AUC %2 · accuracy %3 %</source>
        <translation>%1 · AUC %2 · 正确率 %3 %</translation>
    </message>
</context>
<context>
    <name>attentarium::UnitText</name>
    <message>
        <source>“%1”, token %2: %3 of %4 is %5</source>
        <translation>“%1”，第 %2 个词元：%4的%3为 %5</translation>
    </message>
    <message>
        <source>%1: yes</source>
        <translation>%1：是</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation>%1：否</translation>
    </message>
    <message>
        <source>underlined: %1</source>
        <extracomment>behind the colour scale; %1 is for example &quot;inside a bracket&quot;</extracomment>
        <translation>下划线：%1</translation>
    </message>
</context>
<context>
    <name>attentarium::UnitWords</name>
    <message>
        <source>balanced brackets</source>
        <translation>配对的括号</translation>
    </message>
    <message>
        <source>small world</source>
        <translation>小世界</translation>
    </message>
    <message>
        <source>small school</source>
        <translation>小学堂</translation>
    </message>
    <message>
        <source>questions of its task</source>
        <translation>它的任务中的题目</translation>
    </message>
    <message>
        <source>the sentence above</source>
        <translation>上方的句子</translation>
    </message>
    <message>
        <source>the bundled fables</source>
        <translation>自带的寓言</translation>
    </message>
    <message>
        <source>layer %1 · %2 · from the end</source>
        <translation>第 %1 层 · %2 · 从末尾读起</translation>
    </message>
    <message>
        <source>layer %1 · %2</source>
        <translation>第 %1 层 · %2</translation>
    </message>
    <message>
        <source>inside a bracket</source>
        <translation>在括号之内</translation>
    </message>
    <message>
        <source>two or more brackets are open</source>
        <translation>至少有两个括号未闭合</translation>
    </message>
    <message>
        <source>four or more brackets are open</source>
        <translation>至少有四个括号未闭合</translation>
    </message>
    <message>
        <source>the innermost open bracket is (</source>
        <translation>最内层未闭合的括号是 (</translation>
    </message>
    <message>
        <source>inside a reason (“because …”)</source>
        <translation>在原因之中（“因为……”）</translation>
    </message>
    <message>
        <source>the pronoun means who was named first</source>
        <translation>代词指的是最先提到的那位</translation>
    </message>
    <message>
        <source>the word names someone or something</source>
        <translation>这个词称呼某人或某物</translation>
    </message>
    <message>
        <source>the subject is plural</source>
        <translation>主语是复数</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>Of this text nothing is known for certain, so the units stand by how much they change; %1 is shown.</source>
        <translation>对这段文字没有确切已知的东西，所以单元按变化的大小排列；显示的是%1。</translation>
    </message>
    <message>
        <source>How well each unit tells “%1” is being worked out …</source>
        <translation>正在计算每个单元能多准确地分辨“%1”……</translation>
    </message>
    <message>
        <source>“%1” is always or never so in one half of this text, so no unit can be judged by it.</source>
        <translation>在这段文字的某一半里，“%1”总是成立或总不成立，所以无法用它来评判单元。</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>高于 %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>Where %1 is %2 it says “%3”: right for %4 of %5 tokens; the commoner answer alone for %6. AUC %7.</source>
        <translation>当%1%2时，它表示“%3”：在 %5 个词元中判断正确的占 %4；总是回答较常见的那一种，则占 %6。AUC 为 %7。</translation>
    </message>
    <message>
        <source>The threshold was chosen on the %1 tokens before them.</source>
        <translation>阈值是在它们之前的 %1 个词元上选定的。</translation>
    </message>
    <message>
        <source>No threshold of %1 tells “%2” better than the commoner answer does, which is right for %3 of %4 tokens. AUC %5.</source>
        <translation>%1没有哪个阈值能比总答较常见的那一种更好地分辨“%2”；后者在 %4 个词元中对了 %3。AUC 为 %5。</translation>
    </message>
</context>
<context>
    <name>attentarium::UnitsView</name>
    <message>
        <source>A unit that is watched along a text needs a state that is carried from token to token. Recurrent models have one: RNN, LSTM, GRU and seq2seq. What is open carries none. The buttons above open small models that have states.</source>
        <translation>要沿着文字观察一个单元，模型需要有从一个词元传到下一个词元的状态。循环模型有这样的状态：RNN、LSTM、GRU 和 seq2seq。现在打开的模型不传递状态。用上方的按钮可以打开有状态的小模型。</translation>
    </message>
    <message>
        <source>Of this text the model knows no token. Choose another text.</source>
        <translation>模型不认识这段文字中的任何词元。请换一段文字。</translation>
    </message>
    <message>
        <source>The text is being read …</source>
        <translation>正在读这段文字……</translation>
    </message>
    <message>
        <source>%1 tokens that the model does not know were left out.</source>
        <translation>模型不认识的 %1 个词元已略去。</translation>
    </message>
    <message>
        <source>What a unit knows</source>
        <translation>单元懂得什么</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text over which the units are watched</source>
        <translation>用来观察单元的文字</translation>
    </message>
    <message>
        <source>units of</source>
        <translation>单元取自</translation>
    </message>
    <message>
        <source>Layer and kind of the units</source>
        <translation>单元所在的层和种类</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>What is known of the text for certain</source>
        <translation>对这段文字确切知道的东西</translation>
    </message>
    <message>
        <source>What is asked of the units</source>
        <translation>要问单元什么</translation>
    </message>
    <message>
        <source>Against what is known</source>
        <translation>与已知相比</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文字中查找</translation>
    </message>
    <message>
        <source>Units, best first</source>
        <translation>单元，最好的在前</translation>
    </message>
    <message>
        <source>The text in the colours of the unit</source>
        <translation>按单元取值着色的文字</translation>
    </message>
</context>
<context>
    <name>attentarium::UnrolledView</name>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>gradient of unit %1 at each step</source>
        <translation>单元 %1 在每一步的梯度</translation>
    </message>
    <message>
        <source>cell state of unit %1</source>
        <translation>单元 %1 的细胞状态</translation>
    </message>
    <message>
        <source>hidden state of unit %1</source>
        <translation>单元 %1 的隐藏状态</translation>
    </message>
    <message>
        <source>back, step %1 of %2: the gradient has come to “%3”</source>
        <translation>反向，第 %1 步，共 %2 步：梯度传到“%3”</translation>
    </message>
    <message>
        <source>forward, step %1 of %2: “%3” is read</source>
        <translation>正向，第 %1 步，共 %2 步：读入“%3”</translation>
    </message>
    <message>
        <source>Point at a number for its formula; click it to see more beside it.</source>
        <translation>把鼠标指向一个数，可看到它的算式；单击它，旁边会有更多说明。</translation>
    </message>
    <message>
        <source>Recurrent network through time</source>
        <translation>沿时间展开的循环网络</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layer that is shown</source>
        <translation>显示的层</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Unit whose line through time is drawn</source>
        <translation>画出其时间曲线的单元</translation>
    </message>
    <message>
        <source>Shows the sums before the gates too, and what is kept and written</source>
        <translation>还显示各个门之前的和，以及保留和写入的内容</translation>
    </message>
    <message>
        <source>Values on the way forward, or gradients on the way back</source>
        <translation>正向的值，或反向的梯度</translation>
    </message>
    <message>
        <source>Forward: values</source>
        <translation>正向：值</translation>
    </message>
    <message>
        <source>Back: gradients</source>
        <translation>反向：梯度</translation>
    </message>
    <message>
        <source>Vectors of the layer at every word</source>
        <translation>这一层在每个词处的各个向量</translation>
    </message>
    <message>
        <source>Everything in between</source>
        <translation>中间各步</translation>
    </message>
</context>
<context>
    <name>attentarium::VectorsView</name>
    <message>
        <source>ALiBi has no vector for a place, and adds nothing to the words. It lowers the attention scores by distance instead: see the page “Rotary and ALiBi”.</source>
        <translation>ALiBi 没有位置向量，也不往词上加什么，而是按距离降低注意力分数：见“旋转与 ALiBi”一页。</translation>
    </message>
    <message>
        <source>This model has no positions: nothing tells it where a word stands. What that means shows on the page “Shuffled words”.</source>
        <translation>这个模型没有位置编码：没有什么告诉它词在哪里。这意味着什么，见“打乱词序”一页。</translation>
    </message>
    <message>
        <source>Dimension %1 is a sine that comes round every %2 places: %3.</source>
        <translation>第 %1 维是正弦，每 %2 个位置重复一次：%3。</translation>
    </message>
    <message>
        <source>Dimension %1 is a cosine that comes round every %2 places: %3.</source>
        <translation>第 %1 维是余弦，每 %2 个位置重复一次：%3。</translation>
    </message>
    <message>
        <source>Rotary positions add nothing to a word. These are the cosines and sines by which each head turns pair %1 of its query and key; it comes round every %2 places: %3.</source>
        <translation>旋转位置不往词上加什么。这里是每个头旋转查询和键的第 %1 对坐标所用的余弦和正弦；每 %2 个位置转满一圈：%3。</translation>
    </message>
    <message>
        <source>%1 places have a vector each, all learned: there is no formula, and no vector beyond them. Dimension %2 goes from %3 to %4.</source>
        <translation>%1 个位置各有一个向量，全是学习得到的：没有公式，再往后也没有向量。第 %2 维从 %3 到 %4。</translation>
    </message>
    <message>
        <source>Cosines and sines: place × dimension of a head</source>
        <translation>余弦和正弦：位置 × 一个头的维</translation>
    </message>
    <message>
        <source>Position vectors: place × dimension</source>
        <translation>位置向量：位置 × 维</translation>
    </message>
    <message>
        <source>place %1, dimension %2: %3</source>
        <translation>位置 %1，第 %2 维：%3</translation>
    </message>
    <message>
        <source>Dimension %1 over the places</source>
        <translation>第 %1 维随位置的变化</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Mean product against distance</source>
        <translation>平均点积随距离的变化</translation>
    </message>
    <message>
        <source>distance in places</source>
        <translation>相隔的位置数</translation>
    </message>
    <message>
        <source>%1 places apart: mean product %2</source>
        <translation>相隔 %1 个位置：平均点积 %2</translation>
    </message>
    <message>
        <source>Product of each place with each</source>
        <translation>每个位置与每个位置的点积</translation>
    </message>
    <message>
        <source>places %1 and %2: product %3</source>
        <translation>位置 %1 和 %2：点积 %3</translation>
    </message>
    <message>
        <source>A place with itself has the product %1, and with one %2 places away %3 on average.</source>
        <translation>一个位置与自己的点积是 %1，与相隔 %2 个位置的点积平均是 %3。</translation>
    </message>
    <message>
        <source>Pairs equally far apart differ by up to %1 from their mean: what is learned need not depend on distance alone.</source>
        <translation>相隔同样远的各对与其平均值最多相差 %1：学习得到的向量不一定只取决于距离。</translation>
    </message>
    <message>
        <source>Pairs equally far apart have the same product, but for rounding (%1): it depends on distance alone.</source>
        <translation>相隔同样远的各对点积相同，只有舍入误差（%1）：点积只取决于距离。</translation>
    </message>
    <message>
        <source>Shown are the first %1 places.</source>
        <translation>这里只显示前 %1 个位置。</translation>
    </message>
    <message>
        <source>Type a sentence above: its words are shown here.</source>
        <translation>请在上面输入一句话，这里会显示它的词。</translation>
    </message>
    <message>
        <source>“%1” at place %2</source>
        <translation>“%1”在位置 %2</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>word × √width</source>
        <translation>词 × √宽度</translation>
    </message>
    <message>
        <source>+ position</source>
        <translation>+ 位置</translation>
    </message>
    <message>
        <source>+ segment</source>
        <translation>+ 段</translation>
    </message>
    <message>
        <source>= input</source>
        <translation>= 输入</translation>
    </message>
    <message>
        <source>dimension %1</source>
        <translation>第 %1 维</translation>
    </message>
    <message>
        <source>What goes into the first block is “%1” and place %2 added up, number by number; their sum differs from the input of the run by %3 at most.</source>
        <translation>进入第一层的是“%1”与位置 %2 逐个数相加的结果；它们的和与这次运行的输入最多相差 %3。</translation>
    </message>
    <message>
        <source>Nothing is added to “%1”: the same word goes into the first block with the same numbers wherever it stands.</source>
        <translation>“%1”上不加任何东西：同一个词无论站在哪里，都以同样的数进入第一层。</translation>
    </message>
    <message>
        <source>Position vectors</source>
        <translation>位置向量</translation>
    </message>
    <message>
        <source>Matrix and waves</source>
        <translation>矩阵与波形</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>点积</translation>
    </message>
    <message>
        <source>Word + position</source>
        <translation>词 + 位置</translation>
    </message>
    <message>
        <source>What is shown of the vectors</source>
        <translation>显示向量的什么</translation>
    </message>
    <message>
        <source>Positions of</source>
        <translation>位置来自</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>The open model has no positions. A recurrent network knows the order because it reads word by word; other kinds do not ask for it. Choose a bundled model above.</source>
        <translation>打开的模型没有位置编码。循环网络逐词阅读，因此知道顺序；其他种类不需要顺序。请在上面选一个自带模型。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开它</translation>
    </message>
    <message>
        <source>Opens the bundled model in the window, so that every workspace shows it.</source>
        <translation>在窗口中打开这个自带模型，所有工作区都会显示它。</translation>
    </message>
</context>
<context>
    <name>attentarium::Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>A real sentence goes through a small trained language model, and you see every number on its way: what each word looks at, what comes next, and how the model learns from its mistake.</source>
        <translation>一个真实的句子经过一个训练好的小语言模型，一路上的每个数你都看得到：每个词在看哪些词，接下来会是什么词，模型又怎样从错误中学习。</translation>
    </message>
    <message>
        <source>See how it reads a sentence</source>
        <translation>看它怎样读一个句子</translation>
    </message>
    <message>
        <source>Begin with the lesson</source>
        <translation>从课程开始</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Both can be changed at any time in the View menu.</source>
        <translation>两者随时都可以在“视图”菜单里更改。</translation>
    </message>
</context>
<context>
    <name>attentarium::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <extracomment>The menu that moves through the steps.</extracomment>
        <translation>步骤(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Open a model folder…</source>
        <translation>打开模型文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Bundled model, &amp;English</source>
        <translation>自带模型：英文(&amp;E)</translation>
    </message>
    <message>
        <source>Bundled model, &amp;Chinese</source>
        <translation>自带模型：中文(&amp;C)</translation>
    </message>
    <message>
        <source>Save the picture as P&amp;NG…</source>
        <translation>图片存为 PNG(&amp;N)…</translation>
    </message>
    <message>
        <source>Save the picture as &amp;SVG…</source>
        <translation>图片存为 SVG(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the picture as &amp;PDF…</source>
        <translation>图片存为 PDF(&amp;P)…</translation>
    </message>
    <message>
        <source>Cop&amp;y the picture</source>
        <translation>复制图片(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Edit the &amp;sentence</source>
        <translation>编辑句子(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>放大文字(&amp;A)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>恢复文字大小(&amp;U)</translation>
    </message>
    <message>
        <source>Enlarge the &amp;picture</source>
        <translation>放大画面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reduce the picture</source>
        <translation>缩小画面(&amp;R)</translation>
    </message>
    <message>
        <source>F&amp;it the picture</source>
        <translation>画面适合窗口(&amp;I)</translation>
    </message>
    <message>
        <source>L&amp;esson</source>
        <translation>课程(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>结构(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;This number</source>
        <translation>这个数(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Next words</source>
        <translation>下一个词(&amp;N)</translation>
    </message>
    <message>
        <source>Lo&amp;ss</source>
        <translation>损失(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Arrange as at first</source>
        <translation>恢复面板布局(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>英文(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Chinese</source>
        <translation>中文(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>One step &amp;forward</source>
        <translation>前进一步(&amp;F)</translation>
    </message>
    <message>
        <source>One step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>F&amp;irst step</source>
        <translation>第一步(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Last step</source>
        <translation>最后一步(&amp;L)</translation>
    </message>
    <message>
        <source>Step by &amp;operation</source>
        <translation>每步一次运算(&amp;O)</translation>
    </message>
    <message>
        <source>Step by l&amp;ayer</source>
        <translation>每步一层(&amp;A)</translation>
    </message>
    <message>
        <source>Step by &amp;token</source>
        <translation>每步一个词(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Attentarium</source>
        <translation>关于 Attentarium(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Pin this tensor</source>
        <translation>固定这个张量(&amp;P)</translation>
    </message>
    <message>
        <source>Pi&amp;nned</source>
        <translation>固定(&amp;N)</translation>
    </message>
    <message>
        <source>Open a sess&amp;ion…</source>
        <translation>打开会话(&amp;I)…</translation>
    </message>
    <message>
        <source>Save &amp;the session…</source>
        <translation>保存会话(&amp;T)…</translation>
    </message>
    <message>
        <source>Set this &amp;number…</source>
        <translation>改这个数(&amp;N)…</translation>
    </message>
    <message>
        <source>Take back a&amp;ll changes</source>
        <translation>收回所有改动(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;What if</source>
        <translation>如果……会怎样(&amp;W)</translation>
    </message>
    <message>
        <source>Back to the &amp;number before</source>
        <translation>返回前一个数(&amp;N)</translation>
    </message>
    <message>
        <source>Forward to the n&amp;ext number</source>
        <translation>前进到后一个数(&amp;E)</translation>
    </message>
    <message>
        <source>Show what the pass is at</source>
        <translation>随前向和反向自动显示</translation>
    </message>
    <message>
        <source>Show values and gradients</source>
        <translation>同时显示值和梯度</translation>
    </message>
    <message>
        <source>Mini-map</source>
        <translation>小地图</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Save the numbers as CS&amp;V…</source>
        <translation>把这些数存为 CSV(&amp;V)…</translation>
    </message>
    <message>
        <source>Sta&amp;ge</source>
        <translation>舞台(&amp;G)</translation>
    </message>
    <message>
        <source>Attenti&amp;on</source>
        <translation>注意力(&amp;O)</translation>
    </message>
    <message>
        <source>Compare with another &amp;model…</source>
        <translation>同另一个模型比较(&amp;M)…</translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation>显示变化</translation>
    </message>
    <message>
        <source>Stage: whole model</source>
        <translation>模型图：整个模型</translation>
    </message>
    <message>
        <source>Stage: one block</source>
        <translation>模型图：一块</translation>
    </message>
    <message>
        <source>Stage: one operation</source>
        <translation>模型图：一次运算</translation>
    </message>
    <message>
        <source>Stage: cells</source>
        <translation>模型图：单元格</translation>
    </message>
    <message>
        <source>Show values</source>
        <translation>显示值</translation>
    </message>
    <message>
        <source>Show gradients</source>
        <translation>显示梯度</translation>
    </message>
    <message>
        <source>Trainin&amp;g</source>
        <translation>训练(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Run or pause training</source>
        <translation>开始或暂停训练(&amp;R)</translation>
    </message>
    <message>
        <source>Train one step</source>
        <translation>训练一步</translation>
    </message>
    <message>
        <source>Train one epoch</source>
        <translation>训练一轮</translation>
    </message>
    <message>
        <source>Train &amp;until…</source>
        <translation>训练到…(&amp;U)</translation>
    </message>
    <message>
        <source>Begin a new run</source>
        <translation>重新开始训练</translation>
    </message>
    <message>
        <source>To&amp;kens</source>
        <translation>词元(&amp;K)</translation>
    </message>
    <message>
        <source>Save the mo&amp;del…</source>
        <translation>保存模型(&amp;D)…</translation>
    </message>
    <message>
        <source>Em&amp;beddings</source>
        <translation>词向量(&amp;B)</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Recurrence</source>
        <translation>循环网络</translation>
    </message>
</context>
<context>
    <name>attentarium::Word2VecView</name>
    <message>
        <source>A run needs words drawn against the one that came: with 0 of them, the full softmax, a pair can be stepped through only.</source>
        <translation>连续训练需要抽来作对比的词：为 0 时是完整的 softmax，只能逐对细看。</translation>
    </message>
    <message>
        <source>The sentence above has words that this text does not know, so another one is shown.</source>
        <translation>上面的句子里有这段文本不认识的词，所以这里换了一句。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>pair %1 of %2, step %3 of %4: %5</source>
        <translation>第 %1 对，共 %2 对；第 %3 步，共 %4 步：%5</translation>
    </message>
    <message>
        <source>word2vec</source>
        <translation>word2vec</translation>
    </message>
    <message>
        <source>How the training is shown</source>
        <translation>训练的显示方式</translation>
    </message>
    <message>
        <source>One pair</source>
        <translation>一对</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>连续训练</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>种类：</translation>
    </message>
    <message>
        <source>skip-gram</source>
        <translation>skip-gram</translation>
    </message>
    <message>
        <source>CBOW</source>
        <translation>CBOW</translation>
    </message>
    <message>
        <source>Kind of word vectors</source>
        <translation>词向量的种类</translation>
    </message>
    <message>
        <source>Text:</source>
        <translation>文本：</translation>
    </message>
    <message>
        <source>small world</source>
        <translation>小世界</translation>
    </message>
    <message>
        <source>biased world</source>
        <translation>偏见世界</translation>
    </message>
    <message>
        <source>Text that is learned</source>
        <translation>要学的文本</translation>
    </message>
    <message>
        <source>Features:</source>
        <translation>特征数：</translation>
    </message>
    <message>
        <source>Features of each vector</source>
        <translation>每个向量的特征数</translation>
    </message>
    <message>
        <source>Window:</source>
        <translation>窗口：</translation>
    </message>
    <message>
        <source>Words on each side that count as neighbours</source>
        <translation>每一侧算作邻词的词数</translation>
    </message>
    <message>
        <source>Negatives:</source>
        <translation>负样本：</translation>
    </message>
    <message>
        <source>Words drawn against each one that came; 0: the full softmax</source>
        <translation>为每个出现的词抽多少个词作对比；0 表示完整的 softmax</translation>
    </message>
    <message>
        <source>Seed:</source>
        <translation>种子：</translation>
    </message>
    <message>
        <source>Seed of the fresh vectors and of what is drawn</source>
        <translation>初始向量与抽样的种子</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Learn from the next 500 words</source>
        <translation>再学 500 个词</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the fresh vectors of the seed</source>
        <translation>回到该种子的初始向量</translation>
    </message>
    <message>
        <source>word2vec as it trains</source>
        <translation>训练中的 word2vec</translation>
    </message>
    <message>
        <source>Step of a pair</source>
        <translation>一对中的步</translation>
    </message>
</context>
<context>
    <name>attentarium::WordFields</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>a folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Open a second model</source>
        <translation>打开第二个模型</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>查找词语</translation>
    </message>
    <message>
        <source>Find a word on the map</source>
        <translation>在词图上查找词语</translation>
    </message>
    <message>
        <source>Analogy</source>
        <translation>类比</translation>
    </message>
    <message>
        <source>Analogy: from this word</source>
        <translation>类比：从这个词出发</translation>
    </message>
    <message>
        <source>Analogy: take away this word</source>
        <translation>类比：减去这个词</translation>
    </message>
    <message>
        <source>Analogy: add this word</source>
        <translation>类比：加上这个词</translation>
    </message>
    <message>
        <source>%1; Enter answers</source>
        <translation>%1；按回车键求解</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>求解</translation>
    </message>
    <message>
        <source>Answer the analogy</source>
        <translation>求解类比</translation>
    </message>
    <message>
        <source>beside it</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>A second model, laid upon this one by the words they share</source>
        <translation>第二个模型，用两者共有的词与本模型对齐</translation>
    </message>
    <message>
        <source>as arrows</source>
        <translation>画成箭头</translation>
    </message>
    <message>
        <source>as a second map</source>
        <translation>另画一张词图</translation>
    </message>
    <message>
        <source>How the second model is drawn</source>
        <translation>第二个模型的画法</translation>
    </message>
</context>
<context>
    <name>attentarium::WordList</name>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
</context>
<context>
    <name>attentarium::WordLooks</name>
    <message>
        <source>people</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>animals</source>
        <translation>动物</translation>
    </message>
    <message>
        <source>things</source>
        <translation>东西</translation>
    </message>
    <message>
        <source>places</source>
        <translation>地方</translation>
    </message>
    <message>
        <source>verbs</source>
        <translation>动词</translation>
    </message>
    <message>
        <source>adjectives</source>
        <translation>形容词</translation>
    </message>
    <message>
        <source>pronouns</source>
        <translation>代词</translation>
    </message>
    <message>
        <source>function words</source>
        <translation>虚词</translation>
    </message>
    <message>
        <source>marks</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>other words</source>
        <translation>其他词</translation>
    </message>
</context>
<context>
    <name>attentarium::WordMapControls</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>The vectors that are mapped</source>
        <translation>画成词图的向量</translation>
    </message>
    <message>
        <source>placed by</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>How the vectors become places</source>
        <translation>向量怎样变成位置</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>two directions</source>
        <translation>两个方向</translation>
    </message>
    <message>
        <source>Principal components: the two directions in which the words differ most</source>
        <translation>主成分：词与词差别最大的两个方向</translation>
    </message>
    <message>
        <source>Neighbours stay neighbours; it takes many small steps</source>
        <translation>邻居仍是邻居；要走很多小步</translation>
    </message>
    <message>
        <source>How far each word lies from one word towards another</source>
        <translation>每个词从一个词朝另一个词偏了多远</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>Perplexity: how many neighbours a word is to have</source>
        <translation>困惑度：一个词应有多少个邻居</translation>
    </message>
    <message>
        <source>How many neighbours a word is to have, in effect; Enter begins anew with it</source>
        <translation>一个词大致应有多少个邻居；按回车键用它重新开始</translation>
    </message>
    <message>
        <source>One step of the descent</source>
        <translation>下降一步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>Cancel t-SNE: back to the start</source>
        <translation>取消 t-SNE：回到起点</translation>
    </message>
    <message>
        <source>To the right: from the word</source>
        <translation>向右：从这个词</translation>
    </message>
    <message>
        <source>To the right: to the word</source>
        <translation>向右：到这个词</translation>
    </message>
    <message>
        <source>Upwards: from the word</source>
        <translation>向上：从这个词</translation>
    </message>
    <message>
        <source>Upwards: to the word</source>
        <translation>向上：到这个词</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>up</source>
        <translation>上</translation>
    </message>
    <message>
        <source>%1; Enter shows it</source>
        <translation>%1；按回车键显示</translation>
    </message>
</context>
<context>
    <name>attentarium::WordMapView</name>
    <message>
        <source>“%1” − “%2” + “%3” lies nearest to, by cosine:</source>
        <translation>“%1” − “%2” + “%3” 最接近（按余弦）：</translation>
    </message>
    <message>
        <source>Caught words: %1</source>
        <translation>圈中的词：%1</translation>
    </message>
    <message>
        <source>Nearest to “%1”, by cosine:</source>
        <translation>与“%1”最接近的词（按余弦）：</translation>
    </message>
    <message>
        <source>Point at a word for its nearest words, click it to keep it. Shift and drag, or L for all in sight, lists words.</source>
        <translation>指向一个词就能看到与它最近的词，单击可选定。按住 Shift 拖动圈出词语，或按 L 列出眼前所有的词。</translation>
    </message>
    <message>
        <source>Open Chinese word vectors</source>
        <translation>打开中文词向量</translation>
    </message>
    <message>
        <source>Open English word vectors</source>
        <translation>打开英文词向量</translation>
    </message>
    <message>
        <source>Map of the words</source>
        <translation>词图</translation>
    </message>
    <message>
        <source>Map of the words: arrows move it, plus and minus zoom, 0 shows all, L lists what is in sight</source>
        <translation>词图：方向键移动，加减号缩放，0 显示全部，L 列出眼前的词</translation>
    </message>
</context>
<context>
    <name>attentarium::WordMapWords</name>
    <message>
        <source>%1 words in %2 dimensions, seen from the side on which they differ most: the two axes hold %3 of all their differences.</source>
        <translation>%2 维空间中的 %1 个词，从差别最大的一面看去：两条轴包含了全部差异的 %3。</translation>
    </message>
    <message>
        <source>%1 words, all near one point: t-SNE will now pull neighbours together and push the others apart.</source>
        <translation>%1 个词都挤在一点附近：t-SNE 将把邻居拉近，把其他词推开。</translation>
    </message>
    <message>
        <source>Step %1 of %2: neighbours in %3 dimensions come together. How far apart groups lie says little.</source>
        <translation>第 %1 步，共 %2 步：%3 维空间里的邻居逐渐聚到一起。各群之间相距多远说明不了什么。</translation>
    </message>
    <message>
        <source>Farthest to the right, along “%1” → “%2”, lies “%3”, farthest to the left “%4”; along “%5” → “%6” the ends are “%7” and “%8”.</source>
        <translation>沿“%1”→“%2”，最右边的词是“%3”，最左边的是“%4”；沿“%5”→“%6”，最上和最下的是“%7”和“%8”。</translation>
    </message>
    <message>
        <source>component 1: %1 →</source>
        <translation>第一主成分：%1 →</translation>
    </message>
    <message>
        <source>↑ component 2: %1</source>
        <translation>↑ 第二主成分：%1</translation>
    </message>
    <message>
        <source>KL %1: what the map gets wrong</source>
        <translation>KL %1：词图还有多少不对</translation>
    </message>
    <message>
        <source>the second model, turned</source>
        <translation>第二个模型（已对齐）</translation>
    </message>
    <message>
        <source>this model</source>
        <translation>本模型</translation>
    </message>
    <message>
        <source>token embedding</source>
        <translation>词嵌入</translation>
    </message>
    <message>
        <source>output embedding</source>
        <translation>输出嵌入</translation>
    </message>
    <message>
        <source>encoder&apos;s embedding</source>
        <translation>编码器的嵌入</translation>
    </message>
    <message>
        <source>decoder&apos;s embedding</source>
        <translation>解码器的嵌入</translation>
    </message>
    <message>
        <source>This model knows a single word. A map needs two at least: open a model with a larger vocabulary.</source>
        <translation>这个模型只认识一个词，而词图至少要有两个词。请打开词表更大的模型。</translation>
    </message>
    <message>
        <source>t-SNE needs three words at least. The principal components are shown instead.</source>
        <translation>t-SNE 至少需要三个词。现在显示的是主成分。</translation>
    </message>
    <message>
        <source>The perplexity is how many neighbours a word is to have. With so many words it must lie between %1 and %2; the principal components are shown instead.</source>
        <translation>困惑度是一个词应有多少个邻居。就现有的词数，它必须在 %1 与 %2 之间；现在显示的是主成分。</translation>
    </message>
    <message>
        <source>t-SNE compares each word with every other and takes %1 words at most. The principal components are shown instead.</source>
        <translation>t-SNE 要把每个词同其他所有词相比，最多只能处理 %1 个词。现在显示的是主成分。</translation>
    </message>
    <message>
        <source>The model does not know “%1”.</source>
        <translation>模型不认识“%1”。</translation>
    </message>
    <message>
        <source>A word is missing: each field needs one.</source>
        <translation>还缺一个词：每个框里都要填一个词。</translation>
    </message>
    <message>
        <source>From “%1” to the same place there is no direction. Choose two words that differ.</source>
        <translation>从“%1”到它自己没有方向。请选两个不同的词。</translation>
    </message>
    <message>
        <source>The second model shares fewer than two words with this one, so there is nothing to lay it upon.</source>
        <translation>第二个模型与本模型共有的词不足两个，无法对齐。</translation>
    </message>
    <message>
        <source>Shown are the first %1 of %2 words.</source>
        <translation>显示的是 %2 个词中的前 %1 个。</translation>
    </message>
    <message>
        <source>“%1” · %2 · id %3 · at %4, %5 · length of its vector %6</source>
        <translation>“%1” · %2 · 编号 %3 · 位置 %4, %5 · 向量长度 %6</translation>
    </message>
    <message>
        <source>Words in both models: %1. The second was turned and enlarged until they lay as near as can be; %2 of their differences are left.</source>
        <translation>两个模型共有 %1 个词。第二个模型经过旋转和缩放，使它们尽量重合；还剩 %2 的差异。</translation>
    </message>
</context>
<context>
    <name>attentarium::WordOrder</name>
    <message>
        <source>place %1: “%2”, from place %3</source>
        <translation>位置 %1：“%2”，原来在位置 %3</translation>
    </message>
</context>
<context>
    <name>attentarium::WordWalkBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>To the first step</source>
        <translation>到第一步</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>To the last step</source>
        <translation>到最后一步</translation>
    </message>
</context>
<context>
    <name>attentarium::ZipfChart</name>
    <message>
        <source>Zipf&apos;s law: rank against frequency</source>
        <translation>齐普夫定律：名次与频率</translation>
    </message>
    <message>
        <source>rank</source>
        <extracomment>on an axis: the most frequent word has rank 1</extracomment>
        <translation>名次</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>出现次数</translation>
    </message>
    <message>
        <source>Each point is a word. In most texts the points lie near a line that falls as fast as it goes right: the word of rank r is about r times as rare as the first.</source>
        <translation>每个点是一个词。在大多数文本里，这些点接近一条斜率为 −1 的直线：名次为 r 的词，出现次数大约是第一名的 1/r。</translation>
    </message>
</context>
</TS>
